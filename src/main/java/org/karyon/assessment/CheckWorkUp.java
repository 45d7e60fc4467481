package org.karyon.assessment;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.karyon.assessment.WorkUpFinding.Status;
import org.karyon.facts.Amount;
import org.karyon.facts.Course;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.guideline.WorkUpItem;
import org.karyon.guideline.WorkUpItemId;

/**
 * Says of each work-up item whether it is done recently enough, ordered, or missing (L16-40, I-03).
 */
final class CheckWorkUp {

  /** The kinds of resource in which a result or an order would stand. */
  private static final Set<String> WHERE_RESULTS_ARE = Set.of("Observation", "DiagnosticReport");

  private final Guideline guideline;
  private final PatientRecord record;
  private final PatientFacts facts;
  private final TestIndex tests;

  CheckWorkUp(Guideline guideline, PatientRecord record, PatientFacts facts) {
    this.guideline = guideline;
    this.record = record;
    this.facts = facts;
    this.tests = new TestIndex(record.tests());
  }

  private CheckWorkUp(CheckWorkUp other, PatientFacts facts) {
    this.guideline = other.guideline;
    this.record = other.record;
    this.facts = facts;
    this.tests = other.tests;
  }

  /** The same record, of which more is known. */
  CheckWorkUp with(PatientFacts more) {
    return new CheckWorkUp(this, more);
  }

  /** The items that every patient needs at this point of the course. */
  List<WorkUpFinding> baseline() {
    List<WorkUpFinding> findings = new ArrayList<>();
    for (WorkUpItem item : guideline.workUp().values()) {
      if (item.baseline() && asksFor(item)) {
        findings.add(check(item));
      }
    }
    bloodInsteadOfMarrow(findings);
    return findings;
  }

  private boolean asksFor(WorkUpItem item) {
    return facts.get(Facts.DIAGNOSIS).is(Diagnosis.SUSPECTED)
        || facts.get(Facts.COURSE).value().map(item.courses()::contains).orElse(true);
  }

  /**
   * With enough circulating lymphoblasts, blood may replace a marrow that is not feasible (L38-40).
   */
  private void bloodInsteadOfMarrow(List<WorkUpFinding> findings) {
    Finding<Amount> circulating = facts.get(Facts.PERIPHERAL_BLASTS_PER_MICROLITRE);
    boolean ofThisDisease =
        circulating.evidence().stream()
            .noneMatch(
                evidence ->
                    isBefore(evidence.date().map(RecordedDate::latest), diagnosticWindow()));
    boolean enough =
        circulating
            .value()
            .filter(unused -> ofThisDisease)
            .filter(
                count ->
                    count
                            .number()
                            .compareTo(guideline.number(ParameterId.CIRCULATING_BLASTS_FOR_SMEAR))
                        >= 0)
            .isPresent();
    for (WorkUpFinding finding : List.copyOf(findings)) {
      Optional<String> replacement = finding.item().replacedBy();
      if (enough && replacement.isPresent() && finding.status() == Status.MISSING) {
        replace(finding, check(guideline.workUpItem(replacement.get())), findings);
      }
    }
  }

  /** A smear that is done speaks for the marrow; one that is not may be ordered in its place. */
  private static void replace(
      WorkUpFinding marrow, WorkUpFinding smear, List<WorkUpFinding> findings) {
    if (smear.status() == Status.DONE) {
      findings.set(
          findings.indexOf(marrow),
          new WorkUpFinding(
              marrow.item(),
              Status.DONE,
              smear.evidence(),
              List.of(),
              Optional.of("the blood smear stands for the marrow; genetics are sent on blood")));
      return;
    }
    findings.add(
        new WorkUpFinding(
            smear.item(),
            smear.status(),
            smear.evidence(),
            smear.remaining(),
            Optional.of(
                "may replace the marrow, above all when a marrow is not feasible; genetics are"
                    + " then sent on blood")));
  }

  WorkUpFinding check(WorkUpItem item) {
    if (!item.settles().isEmpty() && item.settles().stream().allMatch(this::isKnown)) {
      return done(item, evidenceOf(item.settles()));
    }
    Optional<WorkUpItem.SettledBy> settledBy =
        facts.get(Facts.LINEAGE).value().flatMap(l -> Optional.ofNullable(item.settledBy().get(l)));
    if (settledBy.isPresent()) {
      return settled(item, settledBy.get());
    }
    return item.settles().isEmpty() && item.settledBy().isEmpty()
        ? resulted(item)
        : open(item, item.orders());
  }

  private WorkUpFinding settled(WorkUpItem item, WorkUpItem.SettledBy settledBy) {
    return switch (settledBy) {
      case WorkUpItem.SettledBy.AllFacts all ->
          all.facts().stream().allMatch(this::isKnown)
              ? done(item, evidenceOf(all.facts()))
              : open(item, item.orders());
      case WorkUpItem.SettledBy.AnyGeneticResult unused -> {
        List<Evidence> results =
            evidence(tests.genetic(), test -> test.state() == State.RESULTED && counts(item, test));
        yield results.isEmpty() ? open(item, item.orders()) : done(item, results);
      }
    };
  }

  private WorkUpFinding resulted(WorkUpItem item) {
    List<RecordedTest> asked = new ArrayList<>(tests.of(item.doneBy()));
    asked.addAll(tests.named(item.named()));
    List<Evidence> whole = evidence(asked, test -> isResult(test) && counts(item, test));
    if (!whole.isEmpty()) {
      return done(item, whole);
    }
    List<Evidence> members = new ArrayList<>();
    Set<String> missing = new HashSet<>();
    for (List<String> group : item.orAllOf()) {
      List<Evidence> found =
          evidence(tests.of(group), test -> isResult(test) && counts(item, test));
      members.addAll(found.subList(0, Math.min(1, found.size())));
      if (found.isEmpty()) {
        missing.addAll(group);
      }
    }
    if (!item.orAllOf().isEmpty() && missing.isEmpty()) {
      return done(item, members);
    }
    return open(item, remaining(item, missing));
  }

  /**
   * A panel of single tests is completed by the tests that are missing; any other item is ordered
   * whole.
   */
  private List<String> remaining(WorkUpItem item, Set<String> missingConcepts) {
    List<String> members =
        item.orders().stream()
            .filter(id -> missingConcepts.contains(guideline.orderable(id).concept()))
            .toList();
    return members.isEmpty() ? item.orders() : members;
  }

  private WorkUpFinding open(WorkUpItem item, List<String> orders) {
    List<Evidence> ordered =
        evidence(tests.ordered(), test -> orderOf(item, test) || names(item, test.words()));
    List<String> remaining =
        ordered.isEmpty() ? orders.stream().filter(id -> !isOrdered(id)).toList() : List.of();
    if (remaining.isEmpty()) {
      List<Evidence> members = ordered.isEmpty() ? evidenceOfOrders(orders) : ordered;
      return new WorkUpFinding(item, Status.ORDERED, members, List.of(), Optional.empty());
    }
    boolean unreadable = WHERE_RESULTS_ARE.stream().anyMatch(record.unreadable()::contains);
    return new WorkUpFinding(
        item,
        unreadable ? Status.UNREADABLE : Status.MISSING,
        List.of(),
        remaining,
        Optional.empty());
  }

  private static boolean orderOf(WorkUpItem item, RecordedTest test) {
    return overlaps(test.concepts(), item.doneBy()) || overlaps(test.concepts(), item.orderedBy());
  }

  private boolean isOrdered(String orderable) {
    return !evidenceOfOrders(List.of(orderable)).isEmpty();
  }

  private List<Evidence> evidenceOfOrders(List<String> orderables) {
    List<String> texts =
        orderables.stream()
            .map(id -> guideline.orderable(id).text().toLowerCase(Locale.ROOT))
            .toList();
    List<String> concepts =
        orderables.stream().map(id -> guideline.orderable(id).concept()).toList();
    return evidence(
        tests.ordered(),
        test ->
            texts.contains(test.words().toLowerCase(Locale.ROOT))
                || (overlaps(test.concepts(), concepts) && isMember(concepts)));
  }

  /**
   * Only single tests are recognised by their concept here; others share theirs with different
   * orders.
   */
  private boolean isMember(List<String> concepts) {
    return concepts.stream()
        .allMatch(
            concept ->
                guideline.workUp().values().stream()
                    .anyMatch(
                        item ->
                            item.doneBy().contains(concept)
                                || item.orAllOf().stream().anyMatch(g -> g.contains(concept))));
  }

  private WorkUpFinding done(WorkUpItem item, List<Evidence> evidence) {
    return new WorkUpFinding(item, Status.DONE, evidence, List.of(), Optional.empty());
  }

  private static List<Evidence> evidence(List<RecordedTest> tests, Predicate<RecordedTest> wanted) {
    Set<Evidence> met = new LinkedHashSet<>();
    for (RecordedTest test : tests) {
      if (wanted.test(test)) {
        met.add(test.evidence());
      }
    }
    List<Evidence> evidence = new ArrayList<>(met);
    evidence.sort(Evidence.NEWEST_FIRST);
    return evidence;
  }

  private boolean isKnown(Fact<?> fact) {
    return facts.get(fact).value().isPresent();
  }

  private List<Evidence> evidenceOf(List<Fact<?>> settled) {
    List<Evidence> evidence = new ArrayList<>();
    settled.forEach(fact -> evidence.addAll(facts.get(fact).evidence()));
    return evidence.stream().distinct().sorted(Evidence.NEWEST_FIRST).toList();
  }

  private static boolean isResult(RecordedTest test) {
    return switch (test.state()) {
      case RESULTED, LIMITED -> true;
      case NOT_INTERPRETABLE, ORDERED -> false;
    };
  }

  private static boolean overlaps(Set<String> concepts, List<String> wanted) {
    for (String one : wanted) {
      if (concepts.contains(one)) {
        return true;
      }
    }
    return false;
  }

  static boolean names(WorkUpItem item, String text) {
    return TestIndex.names(item.named(), text);
  }

  private boolean counts(WorkUpItem item, RecordedTest test) {
    Optional<LocalDate> latest = test.evidence().date().map(RecordedDate::latest);
    return switch (item.counts()) {
      case WorkUpItem.Recency.DaysBeforeTreatment days -> {
        LocalDate anchor = record.treatedSince().orElse(record.asOf());
        LocalDate from = anchor.minusDays(days.days().value().longValueExact());
        yield latest.filter(date -> !date.isBefore(from)).isPresent();
      }
      case WorkUpItem.Recency.SinceDiagnosis unused -> !isBefore(latest, diagnosticWindow());
      case WorkUpItem.Recency.SinceResponse unused -> !isBefore(latest, responseFrom());
    };
  }

  private static boolean isBefore(Optional<LocalDate> date, Optional<LocalDate> limit) {
    return date.isPresent() && limit.isPresent() && date.get().isBefore(limit.get());
  }

  private Optional<LocalDate> diagnosticWindow() {
    long days = guideline.whole(ParameterId.DIAGNOSTIC_WINDOW_DAYS);
    return record.diagnosed().map(date -> date.earliest().minusDays(days));
  }

  private Optional<LocalDate> responseFrom() {
    Finding<Course> course = facts.get(Facts.COURSE);
    return course.evidence().stream()
        .flatMap(evidence -> evidence.date().stream())
        .map(RecordedDate::earliest)
        .max(LocalDate::compareTo);
  }

  /**
   * What shows that cytogenetics and molecular studies are both done with interpretable results
   * (I-11).
   */
  Optional<List<Evidence>> completeGenetics() {
    WorkUpFinding cytogenetics = check(guideline.workUpItem(WorkUpItemId.CYTOGENETICS));
    WorkUpFinding molecular = check(guideline.workUpItem(WorkUpItemId.MOLECULAR));
    List<Evidence> readable =
        evidence(
            tests.of(cytogenetics.item().doneBy()),
            test -> test.state() == State.RESULTED && counts(cytogenetics.item(), test));
    boolean lineageKnown = facts.get(Facts.LINEAGE).value().isPresent();
    if (!lineageKnown || readable.isEmpty() || molecular.status() != Status.DONE) {
      return Optional.empty();
    }
    List<Evidence> tests = new ArrayList<>(readable);
    tests.addAll(molecular.evidence());
    return Optional.of(tests.stream().distinct().sorted(Evidence.NEWEST_FIRST).toList());
  }
}
