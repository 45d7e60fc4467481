package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.assessment.TreatmentAdvice.Branch;
import org.karyon.facts.Amount;
import org.karyon.facts.FactValue;
import org.karyon.facts.Term;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.TreatmentRule;

/** Says where each answer to each open question would lead, one line an answer. */
final class OutlookWords {

  private final Guideline guideline;
  private final FactWords words;

  OutlookWords(Guideline guideline) {
    this.guideline = guideline;
    this.words = new FactWords(guideline);
  }

  List<String> lines(TreatmentAdvice advice) {
    return advice.outlook().stream().map(this::line).distinct().toList();
  }

  private String line(Branch branch) {
    String steps =
        branch.rules().stream()
            .filter(rule -> isStep(rule.id()))
            .map(TreatmentRule::title)
            .distinct()
            .collect(Collectors.joining("; "));
    String options =
        branch.options().stream()
            .filter(option -> option.rules().stream().anyMatch(this::isStep))
            .map(OutlookWords::option)
            .collect(Collectors.joining(", "));
    return given(branch)
        + words.name(branch.fact())
        + " "
        + answer(branch)
        + " \u2192 "
        + (steps.isEmpty() ? unsettled(branch) : steps)
        + (options.isEmpty() ? "" : ": " + options);
  }

  private String given(Branch branch) {
    return branch
        .given()
        .map(given -> words.name(given.fact()) + ' ' + words.value(given.fact(), given.answer()))
        .map(given -> given + ", ")
        .orElse("");
  }

  private static String option(OptionAdvice advice) {
    return advice.option().name()
        + switch (advice.status()) {
          case NEEDS -> " (needs more)";
          case APPLIES, EXCLUDED -> "";
        };
  }

  /** An answer that leaves no rule possible leads out of the guideline. */
  private String unsettled(Branch branch) {
    boolean open = branch.possible().stream().map(TreatmentRule::id).anyMatch(this::isStep);
    return open ? "further facts are needed" : "not covered by this guideline";
  }

  private String answer(Branch branch) {
    FactValue answer = branch.answer();
    return switch (answer) {
      case Term term -> words.value(branch.fact(), term);
      case Amount amount -> amount(branch, amount);
    };
  }

  private String amount(Branch branch, Amount amount) {
    Optional<Parameter> limit = branch.limit();
    if (limit.isEmpty()) {
      return words.value(branch.fact(), amount);
    }
    String reached = words.value(branch.fact(), new Amount(limit.get().value()));
    return amount.number().compareTo(limit.get().value()) < 0
        ? "below " + reached
        : "from " + reached;
  }

  private boolean isStep(String rule) {
    return guideline.tables().stream()
        .filter(DecisionTable::exclusive)
        .flatMap(table -> table.rules().stream())
        .anyMatch(candidate -> candidate.id().equals(rule));
  }
}
