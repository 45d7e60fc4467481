package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.facts.Amount;
import org.karyon.facts.FactValue;
import org.karyon.facts.Term;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ShortNames;

/** Says where each answer to each open question would lead, one line an answer. */
final class OutlookWords {

  private final ShortNames names;
  private final FindingWords words;
  private final Branch branch;

  OutlookWords(Guideline guideline, FindingWords words, Branch branch) {
    this.names = guideline.shortNames();
    this.words = words;
    this.branch = branch;
  }

  List<String> lines(TreatmentAdvice advice) {
    return advice.outlook().stream().map(this::line).distinct().toList();
  }

  private String line(TreatmentAdvice.Branch answered) {
    return Summary.capital(said(answered));
  }

  private String said(TreatmentAdvice.Branch answered) {
    List<String> steps =
        answered.rules().stream().filter(branch::isStep).map(rule -> rule.id()).toList();
    String options =
        answered.options().stream()
            .filter(option -> !option.option().adjunct())
            .filter(option -> option.rules().stream().anyMatch(steps::contains))
            .map(option -> names.of(option.option()).text())
            .collect(Collectors.joining(", "));
    String leadsTo = options.isEmpty() ? withoutOptions(answered, steps) : options;
    String answer = answer(answered);
    return answered
        .given()
        .map(
            given ->
                Sentence.OUTLOOK_GIVEN.with(
                    "given",
                    words.said(given.fact(), given.answer()),
                    "answer",
                    answer,
                    "options",
                    leadsTo))
        .orElseGet(() -> Sentence.OUTLOOK.with("answer", answer, "options", leadsTo));
  }

  /** An answer that leaves no rule possible leads out of the guideline. */
  private String withoutOptions(TreatmentAdvice.Branch answered, List<String> steps) {
    List<String> titles =
        answered.rules().stream()
            .filter(rule -> steps.contains(rule.id()))
            .map(rule -> rule.title())
            .toList();
    if (!titles.isEmpty()) {
      return String.join("; ", titles);
    }
    boolean open = answered.possible().stream().anyMatch(branch::isStep);
    return (open ? Sentence.FURTHER_FACTS : Sentence.OUT_OF_SCOPE).text();
  }

  private String answer(TreatmentAdvice.Branch answered) {
    FactValue answer = answered.answer();
    return switch (answer) {
      case Term term -> words.said(answered.fact(), term);
      case Amount amount -> amount(answered, amount);
    };
  }

  private String amount(TreatmentAdvice.Branch answered, Amount amount) {
    Optional<Parameter> limit = answered.limit();
    if (limit.isEmpty()) {
      return words.said(answered.fact(), amount);
    }
    String reached = words.value(answered.fact(), new Amount(limit.get().value()));
    Sentence side =
        amount.number().compareTo(limit.get().value()) < 0 ? Sentence.BELOW : Sentence.FROM;
    return side.with("fact", words.name(answered.fact()), "limit", reached);
  }
}
