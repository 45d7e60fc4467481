package org.karyon.guideline.yaml;

import java.util.List;
import java.util.Map;

/** A value of a YAML file with its place. */
sealed interface YamlValue {

  String file();

  int line();

  /** A single value, always as the text that stands in the file. */
  record Scalar(String file, int line, String text) implements YamlValue {}

  /** A list of values. */
  record Sequence(String file, int line, List<YamlValue> values) implements YamlValue {}

  /** Named values, in the order of the file. */
  record Mapping(String file, int line, Map<String, YamlValue> values) implements YamlValue {}
}
