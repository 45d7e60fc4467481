package org.karyon.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.bulk.ExportRemedy;

/** A client of the service has no command line, and an operator of it has settings. */
class PopulationAdviceTest {

  private static final Pattern OPTION = Pattern.compile("\"[^\"\n]*(--[a-z][a-z-]+)");
  private static final Pattern SETTING = Pattern.compile("karyon\\.[a-z.<>-]+[a-z]");

  @ParameterizedTest
  @EnumSource
  void adviceNamesSettingsThatAreDocumentedAndNoOption(ExportRemedy remedy) throws IOException {
    String documented = Files.readString(Path.of("docs/configuration.md"));
    String advice = PopulationAdvice.of(remedy);

    assertThat(advice).doesNotContain("--");
    assertThat(advice.isEmpty()).isEqualTo(remedy == ExportRemedy.NONE);
    assertThat(SETTING.matcher(advice).results().map(MatchResult::group))
        .allSatisfy(setting -> assertThat(documented).contains("`" + setting + "`"));
  }

  @Test
  void noRoomThatTheServiceAlsoUsesSpeaksOfOptionsOfACommand() throws IOException {
    for (String room : List.of("bulk", "population", "registry", "fhirapi", "hooks", "web")) {
      try (Stream<Path> found = Files.walk(Path.of("src/main/java/org/karyon", room))) {
        for (Path file : found.filter(path -> path.toString().endsWith(".java")).toList()) {
          assertThat(OPTION.matcher(Files.readString(file)).results().map(match -> match.group(1)))
              .as(file.toString())
              .isEmpty();
        }
      }
    }
  }
}
