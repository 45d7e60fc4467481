package org.karyon.guideline.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;

/** Every number of the knowledge. */
final class ParameterSection {

  private ParameterSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Numbers");
    page.table(
        List.of("Parameter", "Value", "Unit", "Meaning", "From"),
        guideline.parameters().values().stream()
            .map(
                parameter ->
                    List.of(
                        "`" + parameter.id() + "`",
                        parameter.value().toPlainString(),
                        parameter.unit(),
                        parameter.meaning(),
                        from(parameter)))
            .toList());
  }

  private static String from(Parameter parameter) {
    List<Optional<String>> sources =
        Arrays.asList(
            Optional.of(parameter.citation().text()).filter(text -> !text.isEmpty()),
            parameter.interpretation(),
            parameter.basis());
    return sources.stream().flatMap(Optional::stream).collect(Collectors.joining("; "));
  }
}
