package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.facts.Amount;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.Remission;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ShortNames;

/** The state of the disease and the named options, or the one thing that blocks the choice. */
final class TreatmentSummary {

  private final Guideline guideline;
  private final ShortNames names;
  private final Assessment assessment;
  private final PatientFacts facts;
  private final TreatmentAdvice advice;
  private final Branch branch;
  private final FindingWords words;

  TreatmentSummary(
      Guideline guideline,
      Assessment assessment,
      TreatmentAdvice advice,
      Branch branch,
      FindingWords words) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.assessment = assessment;
    this.facts = assessment.facts();
    this.advice = advice;
    this.branch = branch;
    this.words = words;
  }

  String text() {
    String state = Sentence.STATE.with("disease", disease(), "course", course());
    List<String> tests = openTests();
    List<String> choices = new ArrayList<>();
    branch.choices().forEach(option -> choices.add(names.of(option.option()).text()));
    if (choices.isEmpty()) {
      return withoutChoice(state, tests);
    }
    branch.considerations().forEach(option -> choices.add(names.of(option.option()).text()));
    return Summary.fitting(choices, " or ", options -> choice(state, tests, options));
  }

  private String choice(String state, List<String> tests, String options) {
    String choice =
        tests.isEmpty()
            ? Sentence.CHOICE.with("state", state, "options", options)
            : Sentence.FIRST_TEST.with(
                "state", state, "tests", Summary.join(tests, " and "), "options", options);
    String judged =
        branch.overlap().isPresent() ? Sentence.JUDGEMENT.with("choice", choice) : choice;
    String adjunct =
        branch.adjuncts().stream().map(this::adjunct).collect(Collectors.joining(", "));
    String whole =
        adjunct.isEmpty()
            ? judged
            : Sentence.CHOICE_WITH.with("choice", judged, "adjunct", adjunct);
    return whole.length() <= Summary.LONGEST ? whole : judged;
  }

  private String withoutChoice(String state, List<String> tests) {
    List<String> needed =
        advice.asked().stream().map(guideline::asked).map(words::name).distinct().toList();
    if (!needed.isEmpty()) {
      return fitting(needed, shown -> Sentence.WAITS.with("state", state, "facts", shown));
    }
    return tests.isEmpty()
        ? Sentence.NO_STEP.with("state", state)
        : fitting(tests, shown -> Sentence.NEXT_TESTS.with("state", state, "tests", shown));
  }

  private static String fitting(List<String> names, Function<String, String> sentence) {
    return Summary.fitting(names, " and ", sentence);
  }

  /** The tests that the step itself asks for and that have no answer yet. */
  private List<String> openTests() {
    List<String> ids = branch.steps().stream().flatMap(rule -> rule.tests().stream()).toList();
    return assessment.requested().stream()
        .filter(finding -> ids.contains(finding.item().id()))
        .filter(finding -> finding.status() != WorkUpFinding.Status.DONE)
        .map(finding -> names.of(finding.item()).text())
        .toList();
  }

  private String adjunct(OptionAdvice option) {
    return names.of(option.option()).text()
        + option.option().shows().stream()
            .flatMap(fact -> amount(fact).stream())
            .collect(Collectors.joining());
  }

  /** An amount in short, with the sign of its unit alone. */
  private Optional<String> amount(Fact<?> fact) {
    return facts
        .get(fact)
        .value()
        .filter(Amount.class::isInstance)
        .map(Amount.class::cast)
        .map(
            amount ->
                " (%s %s %s)"
                    .formatted(
                        names.of(guideline.name(fact)).text(),
                        ValueWords.number(amount.number()),
                        guideline.name(fact).unit().split(" ", 2)[0]));
  }

  private String disease() {
    Optional<Lineage> lineage = facts.get(Facts.LINEAGE).value();
    if (lineage.isEmpty()) {
      return Sentence.NO_LINEAGE.text();
    }
    return switch (lineage.get()) {
      case T -> Sentence.T_LINEAGE.text();
      case B -> bLineage().text();
    };
  }

  private Sentence bLineage() {
    if (facts.get(Facts.BCR_ABL1).is(Presence.PRESENT)) {
      return Sentence.PH_POSITIVE;
    }
    if (facts.get(Facts.BCR_ABL1).value().isEmpty()) {
      return Sentence.B_LINEAGE;
    }
    return facts.get(Facts.PH_LIKE).is(Presence.PRESENT) ? Sentence.PH_LIKE : Sentence.PH_NEGATIVE;
  }

  private String course() {
    Optional<Course> course = facts.get(Facts.COURSE).value();
    if (course.isEmpty()) {
      return Sentence.COURSE_NOT_KNOWN.text();
    }
    return switch (course.get()) {
      case NEWLY_DIAGNOSED -> newlyDiagnosed();
      case IN_INDUCTION -> Sentence.IN_INDUCTION.text();
      case COMPLETE_REMISSION ->
          facts
              .get(Facts.MRD)
              .value()
              .map(mrd -> Sentence.REMISSION_MRD.with("remission", remission(), "answer", mrd.id()))
              .orElseGet(this::remission);
      case NOT_IN_REMISSION -> Sentence.NOT_IN_REMISSION.text();
      case RELAPSED -> Sentence.RELAPSED.text();
      case OFF_TREATMENT -> Sentence.OFF_TREATMENT.text();
    };
  }

  private String remission() {
    return (facts.get(Facts.REMISSION).is(Remission.LATER)
            ? Sentence.LATER_REMISSION
            : Sentence.REMISSION)
        .text();
  }

  private String newlyDiagnosed() {
    return facts
        .get(Facts.AGE_YEARS)
        .value()
        .map(age -> Sentence.NEW_OF_AGE.with("years", age.id()))
        .orElseGet(Sentence.NEW::text);
  }
}
