package org.karyon.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.karyon.reading.Records.LEUKEMIA;
import static org.karyon.reading.Records.PATIENT;
import static org.karyon.reading.Records.named;
import static org.karyon.reading.Records.read;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.UnknownReason;

/** One report of flow cytometry that speaks of many antigens. */
class ImmunophenotypeReportsTest {

  private static final String FLOW = "Immunophenotype by flow cytometry";
  private static final int DRAWN = 1_000;
  private static final List<String> OTHERS =
      List.of(
          "CD10", "CD34", "TdT", "CD38", "CD45", "CD79a", "CD3", "CD7", "CD13", "MPO", "HLA-DR");

  private static Map<String, String> said(String text) {
    var facts =
        read(PATIENT, LEUKEMIA, named(FLOW, "'valueString':'" + text.replace("\n", "\\n") + "'"))
            .facts();
    Map<String, String> said = new TreeMap<>();
    for (String fact : List.of("cd19", "cd20Percent", "cd22")) {
      Finding<?> finding = facts.get(Facts.named(fact).orElseThrow());
      said.put(fact, finding.value().map(FactValue::id).orElse("open"));
    }
    return said;
  }

  @ParameterizedTest
  @CsvFileSource(
      resources = "/immunophenotypes.tsv",
      delimiter = '\t',
      quoteCharacter = '`',
      encoding = "UTF-8")
  void anAntigenIsReadWhereItsClauseIsUnderstood(
      String text, String cd19, String cd20, String cd22) {
    assertThat(said(text)).isEqualTo(Map.of("cd19", cd19, "cd20Percent", cd20, "cd22", cd22));
  }

  @Test
  void anotherResultThatNamesTheAntigenIsNotReadAsAnImmunophenotype() {
    assertThat(
            read(PATIENT, LEUKEMIA, named("Bone marrow biopsy", "'valueString':'CD19 negative'"))
                .facts()
                .get(Facts.CD19)
                .value())
        .isEmpty();
  }

  @Test
  void reportsThatAreTooManyToBeReadLeaveTheAntigenOpen() {
    List<String> record = new ArrayList<>(List.of(PATIENT, LEUKEMIA));
    for (int day = 1; day <= 200; day++) {
      record.add(
          named(
              FLOW,
              "'valueString':'CD19 was looked for %d times','effectiveDateTime':'%s'"
                  .formatted(day, LocalDate.of(2026, 1, 1).plusDays(day))));
    }
    record.add(named(FLOW, "'valueString':'CD19 negative','effectiveDateTime':'2025-12-01'"));

    assertThat(read(record.toArray(String[]::new)).facts().get(Facts.CD19))
        .isInstanceOfSatisfying(
            Unknown.class,
            unknown -> {
              assertThat(unknown.reason()).isEqualTo(UnknownReason.NOT_INTERPRETABLE);
              assertThat(unknown.evidence()).hasSize(1);
            });
  }

  @Test
  void anAnswerInDoubtIsShownWithTheResultThatGivesIt() {
    assertThat(
            read(PATIENT, LEUKEMIA, named("CD22 expression", "'valueString':'equivocal'"))
                .facts()
                .get(Facts.CD22))
        .isInstanceOfSatisfying(
            Unknown.class, unknown -> assertThat(unknown.evidence()).hasSize(1));
  }

  /** A report whose truth is known: some antigens are positive, the others negative. */
  private record Drawn(String text, List<String> positive, List<String> negative) {

    static Drawn from(Random random) {
      List<String> antigens = new ArrayList<>(OTHERS.subList(0, 1 + random.nextInt(OTHERS.size())));
      antigens.addAll(List.of("CD19", "CD20", "CD22"));
      Collections.shuffle(antigens, random);
      int parted = 1 + random.nextInt(antigens.size() - 1);
      List<String> positive = antigens.subList(0, parted);
      List<String> negative = antigens.subList(parted, antigens.size());
      String text =
          switch (random.nextInt(6)) {
            case 0 -> signs(positive, "+") + ", " + signs(negative, "-");
            case 1 -> signs(positive, "(+)") + ", " + signs(negative, "(-)");
            case 2 -> "Positive: " + list(positive) + ". Negative: " + list(negative) + ".";
            case 3 ->
                "Blasts are positive for "
                    + list(positive)
                    + " and negative for "
                    + list(negative)
                    + ".";
            case 4 -> "Blasts express " + list(positive) + "; no expression of " + any(negative);
            default -> signs(negative, " negative") + "\n" + signs(positive, " positive");
          };
      return new Drawn(text, positive, negative);
    }

    private static String signs(List<String> antigens, String sign) {
      return String.join(", ", antigens.stream().map(antigen -> antigen + sign).toList());
    }

    private static String list(List<String> antigens) {
      return String.join(", ", antigens);
    }

    private static String any(List<String> antigens) {
      return String.join(" or ", antigens);
    }

    /** What the report says of the antigen; CD20 has no share. */
    String expected(String antigen) {
      boolean share = antigen.equals("CD20");
      return positive.contains(antigen) ? share ? "open" : "present" : share ? "0" : "absent";
    }
  }

  @Test
  void aDrawnReportIsNeverReadWronglyAndMostOftenRead() {
    Random random = new Random(20);
    int read = 0;
    List<String> wrong = new ArrayList<>();
    for (int draw = 0; draw < DRAWN; draw++) {
      Drawn drawn = Drawn.from(random);
      Map<String, String> said = said(drawn.text());
      boolean all = true;
      for (String antigen : List.of("CD19", "CD20", "CD22")) {
        String fact = antigen.equals("CD20") ? "cd20Percent" : antigen.toLowerCase(Locale.ROOT);
        String told = said.get(fact);
        if (!told.equals("open") && !told.equals(drawn.expected(antigen))) {
          wrong.add(antigen + " " + told + ": " + drawn.text());
        }
        all &= told.equals(drawn.expected(antigen));
      }
      read += all ? 1 : 0;
    }
    assertThat(wrong).isEmpty();
    assertThat(read).isGreaterThan(DRAWN * 95 / 100);
  }
}
