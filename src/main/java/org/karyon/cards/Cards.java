package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderAdvice;
import org.karyon.facts.DataGap;
import org.karyon.guideline.Guideline;
import org.karyon.orders.OrderDraft;

/** Writes the cards of an assessment: what is unsafe, then what is missing, then what to choose. */
public final class Cards {

  private final WorkUpCard workUp;
  private final DataGapCard dataGap;
  private final ScopeCard scope;
  private final OrderCheckCard orderChecks;
  private final RiskCard risk;
  private final TreatmentCard treatment;

  /**
   * Prepares the writing of cards.
   *
   * @param guideline the knowledge that the words come from
   * @param address the external address of this service, without a slash at the end
   * @param identities gives each card and suggestion its uuid
   */
  public Cards(Guideline guideline, String address, CardIdentities identities) {
    CardWriter writer = new CardWriter(guideline, address, identities);
    this.workUp = new WorkUpCard(guideline, writer);
    this.dataGap = new DataGapCard(guideline, writer);
    this.scope = new ScopeCard(guideline, writer);
    this.orderChecks = new OrderCheckCard(guideline, writer);
    this.risk = new RiskCard(guideline, writer);
    this.treatment = new TreatmentCard(guideline, writer);
  }

  /**
   * The cards of one patient.
   *
   * @param assessment what the guideline makes of the patient
   * @param context for whom and by whom orders are drafted
   * @return at most one card of each kind, and one for each conflict of the orders; none without
   *     leukemia
   */
  public List<Card> write(Assessment assessment, CardContext context) {
    DraftOrders drafts = new DraftOrders(context, OrderDraft.leukemia(assessment));
    return switch (context.moment()) {
      case PATIENT_VIEW -> onOpening(assessment, drafts);
      case ORDER_SELECT -> onSelecting(assessment, drafts);
      case ORDER_SIGN -> onSigning(assessment, drafts);
    };
  }

  private List<Card> onOpening(Assessment assessment, DraftOrders drafts) {
    List<Card> cards = new ArrayList<>();
    scope.write(assessment).ifPresent(cards::add);
    switch (assessment.scope()) {
      case NO_LEUKEMIA, CHILD, OFF_TREATMENT -> {}
      case NOT_KNOWN -> dataGap.write(assessment).ifPresent(cards::add);
      case SUSPECTED -> workUp.write(assessment, drafts).ifPresent(cards::add);
      case COVERED -> {
        workUp.write(assessment, drafts).ifPresent(cards::add);
        dataGap.write(assessment).ifPresent(cards::add);
        risk.write(assessment).ifPresent(cards::add);
        treatment.write(assessment, drafts).ifPresent(cards::add);
      }
    }
    return cards;
  }

  /** The checks of the selected orders, and only those other cards that help the choice. */
  private List<Card> onSelecting(Assessment assessment, DraftOrders drafts) {
    OrderAdvice advice = assessment.orders();
    List<Card> cards = new ArrayList<>();
    switch (assessment.scope()) {
      case NO_LEUKEMIA -> {}
      case CHILD -> scope.write(assessment).ifPresent(cards::add);
      case OFF_TREATMENT -> {
        cards.addAll(orderChecks.write(assessment, drafts));
        scope.write(assessment).ifPresent(cards::add);
      }
      case NOT_KNOWN -> cards.addAll(onOpening(assessment, drafts));
      case SUSPECTED, COVERED -> {
        if (advice.choosingTreatment()) {
          scope.write(assessment).ifPresent(cards::add);
        }
        cards.addAll(orderChecks.write(assessment, drafts));
        if (advice.choosingTests()) {
          workUp.write(assessment, drafts).ifPresent(cards::add);
        }
        if (advice.choosingTreatment() || isPartlyRead(assessment)) {
          dataGap.write(assessment).ifPresent(cards::add);
        }
        if (advice.choosingTreatment()) {
          risk.write(assessment).ifPresent(cards::add);
          treatment.write(assessment, drafts).ifPresent(cards::add);
        }
      }
    }
    return cards;
  }

  /**
   * The checks alone; where something could not be read, their silence must not look like a yes.
   */
  private List<Card> onSigning(Assessment assessment, DraftOrders drafts) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA, CHILD -> List.of();
      case NOT_KNOWN -> onOpening(assessment, drafts);
      case SUSPECTED, OFF_TREATMENT, COVERED -> {
        List<Card> cards = new ArrayList<>(orderChecks.write(assessment, drafts));
        if (isPartlyRead(assessment)) {
          dataGap.write(assessment).ifPresent(cards::add);
        }
        yield cards;
      }
    };
  }

  private static boolean isPartlyRead(Assessment assessment) {
    return assessment.record().gaps().stream().anyMatch(gap -> gap.kind() == DataGap.Kind.NOT_READ);
  }
}
