package org.karyon.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.karyon.bulk.ExportRemedy;
import picocli.CommandLine;

/** A person at a terminal is told what to type. */
class ExportAdviceTest {

  private static final Pattern OPTION = Pattern.compile("--[a-z-]+");

  @ParameterizedTest
  @EnumSource
  void adviceNamesOptionsThatTheCommandHas(ExportRemedy remedy) {
    String advice = ExportAdvice.of(remedy);

    assertThat(advice.isEmpty()).isEqualTo(remedy == ExportRemedy.NONE);
    assertThat(advice).doesNotContain("karyon.");
    assertThat(OPTION.matcher(advice).results().map(MatchResult::group))
        .isSubsetOf(new CommandLine(new AssessCommand()).getCommandSpec().optionsMap().keySet());
  }
}
