package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Parses one file into values with their lines; refuses anchors and repeated keys, which hide
 * things from a reviewer.
 */
final class YamlFile {

  private final String file;
  private final Problems problems;

  private YamlFile(String file, Problems problems) {
    this.file = file;
    this.problems = problems;
  }

  static YamlValue read(GuidelineFolder folder, String file, Problems problems) {
    Optional<String> text = folder.text(file);
    if (text.isEmpty()) {
      problems.add(file, 1, "This file is missing from the guideline folder.");
      return new YamlValue.Mapping(file, 1, Map.of());
    }
    return new YamlFile(file, problems).parse(text.get());
  }

  /** The same for a text that is not in the folder; JSON is YAML too. */
  static YamlValue parse(String file, String text, Problems problems) {
    return new YamlFile(file, problems).parse(text);
  }

  private YamlValue parse(String text) {
    try {
      return new Compose(LoadSettings.builder().setLabel(file).build())
          .composeString(text)
          .map(this::value)
          .orElseGet(() -> new YamlValue.Mapping(file, 1, Map.of()));
    } catch (MarkedYamlEngineException exception) {
      int line = exception.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
      problems.add(file, line, "This is not well-formed YAML: " + exception.getProblem() + ".");
      return new YamlValue.Mapping(file, 1, Map.of());
    }
  }

  private YamlValue value(Node node) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    if (node.getAnchor().isPresent()) {
      problems.add(file, line, "Anchors are not allowed here; write the value out.");
    }
    return switch (node) {
      case ScalarNode scalar -> new YamlValue.Scalar(file, line, scalar.getValue());
      case SequenceNode sequence -> {
        List<YamlValue> values = new ArrayList<>();
        sequence.getValue().forEach(child -> values.add(value(child)));
        yield new YamlValue.Sequence(file, line, values);
      }
      case MappingNode mapping -> new YamlValue.Mapping(file, line, entries(mapping));
      case Node other -> new YamlValue.Scalar(file, line, "");
    };
  }

  private Map<String, YamlValue> entries(MappingNode mapping) {
    Map<String, YamlValue> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
      int line = tuple.getKeyNode().getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
      if (entries.put(key, value(tuple.getValueNode())) != null) {
        problems.add(file, line, "The key '" + key + "' stands twice here; keep one of them.");
      }
    }
    return entries;
  }
}
