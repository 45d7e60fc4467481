package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.OrdersToDraft;
import org.karyon.assessment.RegimenMatch;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;

/**
 * Says which regimen the orders on the screen resemble, and what of it is missing.
 *
 * @param guideline the names of regimens and orders
 * @param assessment what was found of the patient
 * @param advice what is offered
 * @param branch the branch of the tree that the patient is on
 * @param words the words of findings
 */
record RegimenWords(
    Guideline guideline,
    Assessment assessment,
    TreatmentAdvice advice,
    Branch branch,
    FindingWords words) {

  String resemblance(RegimenMatch regimen) {
    String name = guideline.shortNames().of(regimen.option()).text();
    String present = orders(regimen.present());
    Optional<OptionAdvice> open =
        advice.options(Status.NEEDS).stream()
            .filter(option -> option.option().equals(regimen.option()))
            .findFirst();
    if (open.isPresent()) {
      return Sentence.RESEMBLES_OPEN.with(
          "regimen", name, "present", present, "facts", facts(open.get()));
    }
    Optional<OptionAdvice> whole =
        branch.choices().stream()
            .filter(option -> option.option().recognisedWith().contains(regimen.option().id()))
            .findFirst();
    if (!regimen.offered() && whole.isPresent()) {
      return Sentence.RESEMBLES_PART.with(
          "regimen",
          name,
          "present",
          present,
          "option",
          guideline.shortNames().of(whole.get().option()).text(),
          "missing",
          orders(new OrdersToDraft(guideline).of(assessment, whole.get().option())));
    }
    if (!regimen.offered()) {
      return Sentence.RESEMBLES_NOT_OFFERED.with("regimen", name, "present", present);
    }
    return regimen.missing().isEmpty()
        ? ""
        : Sentence.RESEMBLES_IN_PART.with(
            "regimen", name, "present", present, "missing", orders(regimen.missing()));
  }

  private String facts(OptionAdvice option) {
    return option.needs().stream()
        .map(guideline::asked)
        .map(words::name)
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private String orders(List<Orderable> orders) {
    return orders.stream()
        .map(order -> guideline.shortNames().of(order).text())
        .collect(Collectors.joining(", "));
  }
}
