package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.named;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.UnknownReason;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sentences of laboratories with what they say, judged by hand and kept as data in {@code
 * reports/*.yaml}, so that a haematologist can add to them. Each is read as an Observation and as
 * the conclusion of a report.
 */
class ReportSentencesTest {

  private static final Path FOLDER = Path.of("src/test/resources/reports");

  static Stream<Arguments> sentences() throws IOException {
    List<Arguments> sentences = new ArrayList<>();
    try (Stream<Path> files = Files.list(FOLDER)) {
      for (Path file : files.sorted().toList()) {
        Object groups =
            new Load(LoadSettings.builder().build()).loadFromString(Files.readString(file));
        for (Object group : (List<?>) groups) {
          Map<?, ?> under = (Map<?, ?>) group;
          for (Object entry : (List<?>) under.get("texts")) {
            Map<?, ?> sentence = (Map<?, ?>) entry;
            sentence.forEach(
                (fact, expected) -> {
                  if (!fact.equals("text")) {
                    sentences.add(
                        Arguments.of(under.get("under"), sentence.get("text"), fact, expected));
                  }
                });
          }
        }
      }
    }
    return sentences.stream();
  }

  @Test
  void thereAreAtLeastThreeHundredSentences() throws IOException {
    assertThat(sentences().map(sentence -> sentence.get()[0] + "|" + sentence.get()[1]).distinct())
        .hasSizeGreaterThan(300);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void aSentenceSaysWhatAHaematologistReadsInIt(
      String name, String text, String fact, String expected) {
    String value = JsonMapper.shared().writeValueAsString(text).replace('\'', '\u2032');
    String title = name.replace('\'', '\u2032');

    assertThat(state(fact, named(title, "'valueString':" + value))).as("value").isEqualTo(expected);
    assertThat(state(fact, report(title, value))).as("conclusion").isEqualTo(expected);
  }

  private static String report(String name, String conclusion) {
    return "{'resourceType':'DiagnosticReport','id':'rep','status':'final','effectiveDateTime':'2026-11-10','subject':{'reference':'Patient/p'},'code':{'text':'"
        + name
        + "'},'conclusion':"
        + conclusion
        + "}";
  }

  private static String state(String fact, String resource) {
    PatientWith patient = fact.equals("mrd") ? PatientWith.REMISSION : PatientWith.B_ALL;
    Finding<?> finding = patient.finding(Facts.named(fact).orElseThrow(), resource);
    return switch (finding) {
      case Known<?> known -> known.known().id();
      case Unknown<?> unknown -> unknown.reason() == UnknownReason.POSSIBLE ? "possible" : "open";
    };
  }
}
