package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OrderAdvice;
import org.karyon.assessment.OrderFinding;
import org.karyon.facts.DataGap;
import org.karyon.guideline.Guideline;
import org.karyon.orders.OrderDraft;

/**
 * Writes the cards of an assessment: what contradicts, what is unsafe, what is missing, then what
 * to choose; on opening a chart at most four, while orders are chosen at most three.
 */
public final class Cards {

  private static final int MOST_WHILE_CHOOSING = 3;

  private final Guideline guideline;
  private final CardIdentities identities;
  private final WorkUpCard workUp;
  private final DataGapCard dataGap;
  private final ScopeCard scope;
  private final OrderCheckCard orderChecks;
  private final CompanionCard companions;
  private final RiskCard risk;
  private final TreatmentCard treatment;
  private final List<Card.Link> always;

  /**
   * Prepares the writing of cards.
   *
   * @param guideline the knowledge that the words come from
   * @param address the external address of this service, without a slash at the end
   * @param identities gives each card and suggestion its uuid
   * @param detail how much stands in the detail of a card
   */
  public Cards(Guideline guideline, String address, CardIdentities identities, CardDetail detail) {
    this(guideline, address, identities, detail, List.of());
  }

  /**
   * Prepares the writing of cards that all carry some links.
   *
   * @param guideline the knowledge that the words come from
   * @param address the external address of this service, without a slash at the end
   * @param identities gives each card and suggestion its uuid
   * @param detail how much stands in the detail
   * @param always links that every card carries beside its own, such as the app to launch
   */
  public Cards(
      Guideline guideline,
      String address,
      CardIdentities identities,
      CardDetail detail,
      List<Card.Link> always) {
    this.always = List.copyOf(always);
    CardWriter writer = new CardWriter(guideline, address, identities, detail);
    TreatmentTree tree = new TreatmentTree(guideline);
    this.guideline = guideline;
    this.identities = identities;
    this.workUp = new WorkUpCard(guideline, writer);
    this.dataGap = new DataGapCard(guideline, tree, writer);
    this.scope = new ScopeCard(guideline, writer);
    this.orderChecks = new OrderCheckCard(guideline, writer);
    this.companions = new CompanionCard(guideline, writer);
    this.risk = new RiskCard(guideline, writer);
    this.treatment = new TreatmentCard(guideline, tree, writer);
  }

  /**
   * The cards of one patient.
   *
   * @param assessment what the guideline makes of the patient
   * @param context for whom and by whom orders are drafted
   * @return at most one card of each kind, and those about orders; none without leukemia
   */
  public List<Card> write(Assessment assessment, CardContext context) {
    return written(assessment, context).cards();
  }

  /**
   * The cards of one patient, and what the hospital's policy changed of them.
   *
   * @param assessment what the guideline makes of the patient
   * @param context for whom and by whom orders are drafted
   * @return the cards with the changes, for the audit
   */
  public Written written(Assessment assessment, CardContext context) {
    DraftOrders drafts = new DraftOrders(context, OrderDraft.leukemia(assessment));
    PolicyInForce policy =
        new PolicyInForce(guideline, context.moment(), assessment.record().asOf());
    Remarks remarks = new Remarks(assessment, policy);
    List<Card> cards =
        switch (context.moment()) {
          case PATIENT_VIEW -> onOpening(assessment, drafts, remarks);
          case ORDER_SELECT -> onSelecting(assessment, drafts, remarks);
          case ORDER_SIGN -> onSigning(assessment, drafts, remarks);
        };
    return new Written(
        cards.stream()
            .filter(card -> policy.shows(said(card).kind()))
            .map(
                card ->
                    card.shown(
                        identities.card(context.moment(), said(card).kind(), said(card).rules()),
                        always))
            .toList(),
        policy.acted());
  }

  /**
   * What was written.
   *
   * @param cards the cards
   * @param policy what the hospital's policy changed, for example {@code duplicate-order: off}
   */
  public record Written(List<Card> cards, List<String> policy) {}

  private static AssessmentExtension said(Card card) {
    return card.extension().values().iterator().next();
  }

  private List<Card> onOpening(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    List<Card> cards = new ArrayList<>();
    scope.write(assessment, remarks).ifPresent(cards::add);
    switch (assessment.scope()) {
      case NO_LEUKEMIA, CHILD, OFF_TREATMENT -> {}
      case NOT_KNOWN -> dataGap.write(assessment, remarks).ifPresent(cards::add);
      case SUSPECTED -> {
        workUp.write(assessment, drafts, remarks).ifPresent(cards::add);
        addWhatContradictsFirst(assessment, remarks, cards);
      }
      case COVERED -> {
        workUp.write(assessment, drafts, remarks).ifPresent(cards::add);
        risk.write(assessment, remarks).ifPresent(cards::add);
        treatment.write(assessment, drafts, remarks).ifPresent(cards::add);
        addWhatContradictsFirst(assessment, remarks, cards);
      }
    }
    return cards;
  }

  /** What contradicts on a fact that decides stands first, any other gap in the data last. */
  private void addWhatContradictsFirst(Assessment assessment, Remarks remarks, List<Card> cards) {
    int place = dataGap.isWarning(assessment) ? 0 : cards.size();
    dataGap.write(assessment, remarks).ifPresent(card -> cards.add(place, card));
  }

  /**
   * The conflicts of the selected orders, then one card of what belongs with them, then at most the
   * one card that helps this choice.
   */
  private List<Card> onSelecting(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA -> List.of();
      case CHILD ->
          isOrderingSomethingKnown(assessment)
              ? scope.write(assessment, remarks).stream().toList()
              : List.of();
      case NOT_KNOWN -> isOrdering(assessment) ? onOpening(assessment, drafts, remarks) : List.of();
      case SUSPECTED, OFF_TREATMENT, COVERED -> checksWhileChoosing(assessment, drafts, remarks);
    };
  }

  private List<Card> checksWhileChoosing(
      Assessment assessment, DraftOrders drafts, Remarks remarks) {
    List<OrderFinding> conflicts = new ArrayList<>();
    List<OrderFinding> belonging = new ArrayList<>();
    remarks
        .policy()
        .said(assessment.orders().findings())
        .forEach(
            finding -> {
              switch (finding.kind()) {
                case CONFLICT -> conflicts.add(finding);
                case COMPANION -> belonging.add(finding);
              }
            });
    List<Card> cards = new ArrayList<>();
    boolean choosing = isOrdering(assessment) && assessment.orders().choosingTreatment();
    if (choosing && dataGap.isWarning(assessment)) {
      dataGap.write(assessment, remarks).ifPresent(cards::add);
    }
    int room = MOST_WHILE_CHOOSING - cards.size() - (belonging.isEmpty() ? 0 : 1);
    boolean saidWhatIsOpen = !cards.isEmpty();
    cards.addAll(orderChecks.whileChoosing(assessment, conflicts, room, drafts, remarks));
    companions.write(assessment, belonging, drafts, remarks).ifPresent(cards::add);
    if (cards.size() < MOST_WHILE_CHOOSING && isPartlyRead(assessment) && !saidWhatIsOpen) {
      dataGap.write(assessment, remarks).ifPresent(cards::add);
    }
    if (cards.size() < MOST_WHILE_CHOOSING) {
      helping(assessment, drafts, remarks).ifPresent(cards::add);
    }
    return cards;
  }

  /** Treatment while a systemic drug is chosen, work-up while a test is chosen. */
  private Optional<Card> helping(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    OrderAdvice advice = assessment.orders();
    if (!isOrdering(assessment)) {
      return Optional.empty();
    }
    Optional<Card> scoped =
        advice.choosingTreatment() ? scope.write(assessment, remarks) : Optional.empty();
    if (scoped.isPresent()) {
      return scoped;
    }
    Optional<Card> options =
        advice.choosingTreatment()
            ? treatment.write(assessment, drafts, remarks)
            : Optional.empty();
    return options.isEmpty() && (advice.choosingTests() || advice.choosingTreatment())
        ? workUp.write(assessment, drafts, remarks)
        : options;
  }

  /** An empty screen is no choice yet. */
  private static boolean isOrdering(Assessment assessment) {
    return !assessment.record().orders().selected().isEmpty();
  }

  private static boolean isOrderingSomethingKnown(Assessment assessment) {
    return assessment.record().orders().selected().stream()
        .anyMatch(order -> order.isUnnamed() || !order.concepts().isEmpty());
  }

  /**
   * The checks alone; where something could not be read, their silence must not look like a yes.
   */
  private List<Card> onSigning(Assessment assessment, DraftOrders drafts, Remarks remarks) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA, CHILD -> List.of();
      case NOT_KNOWN -> onOpening(assessment, drafts, remarks);
      case SUSPECTED, OFF_TREATMENT, COVERED -> {
        List<Card> cards =
            new ArrayList<>(
                orderChecks.beforeSigning(
                    assessment,
                    remarks.policy().said(assessment.orders().findings()),
                    drafts,
                    remarks));
        if (isPartlyRead(assessment)) {
          dataGap.write(assessment, remarks).ifPresent(cards::add);
        }
        yield cards;
      }
    };
  }

  private static boolean isPartlyRead(Assessment assessment) {
    return assessment.record().gaps().stream().anyMatch(gap -> gap.kind() == DataGap.Kind.NOT_READ);
  }
}
