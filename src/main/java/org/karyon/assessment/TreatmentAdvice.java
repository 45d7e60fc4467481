package org.karyon.assessment;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.TreatmentRule;

/**
 * Where the patient stands in the treatment tree.
 *
 * @param rules the rules that hold, in the source's order
 * @param possible the rules that hold or still may, in the source's order
 * @param together declared overlaps of which both rules hold, so that the choice needs judgement
 * @param options what is said of each option of the branches that are still open
 * @param missing the unknown facts that keep something open
 * @param asked the missing facts to ask for next: those of a branch come before those inside it
 * @param outlook where each answer to each question would lead, question by question; empty when
 *     nothing is asked
 */
public record TreatmentAdvice(
    List<TreatmentRule> rules,
    List<TreatmentRule> possible,
    List<DecisionTable.Overlap> together,
    List<OptionAdvice> options,
    Set<Fact<?>> missing,
    Set<Fact<?>> asked,
    List<Branch> outlook) {

  /**
   * Where one answer to an open question would lead.
   *
   * @param given the answer to an earlier question that is supposed as well; empty for a question
   *     that is open now
   * @param fact the open question
   * @param answer the answer supposed
   * @param limit for an amount the limit of the guideline that the answer lies below or reaches
   * @param rules the rules that would then hold
   * @param possible the rules that would then hold or might still
   * @param options the options that would then apply, or need more facts
   */
  public record Branch(
      Optional<Supposition> given,
      Fact<?> fact,
      FactValue answer,
      Optional<Parameter> limit,
      List<TreatmentRule> rules,
      List<TreatmentRule> possible,
      List<OptionAdvice> options) {}

  /**
   * An answer that is supposed.
   *
   * @param fact the question
   * @param answer the answer
   */
  public record Supposition(Fact<?> fact, FactValue answer) {}

  /**
   * The options of one status.
   *
   * @param status the status
   * @return the options, in the source's order
   */
  public List<OptionAdvice> options(OptionAdvice.Status status) {
    return options.stream().filter(advice -> advice.status() == status).toList();
  }
}
