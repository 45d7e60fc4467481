package org.karyon.proof;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OrderFinding;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.cards.Card;
import org.karyon.facts.Amount;
import org.karyon.facts.Diagnosis;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.yaml.ClinicalCase;
import org.karyon.guideline.yaml.ClinicalCase.Said;

/** Tries one case with one guideline: what is said beside what must and must not be said. */
public final class CaseTrial {

  private final ClinicalCase tried;
  private final Instrument instrument;
  private final Assessment assessment;
  private final List<String> faults = new ArrayList<>();

  private CaseTrial(ClinicalCase tried, PatientRecord record, Instrument instrument) {
    this.tried = tried;
    this.instrument = instrument;
    this.assessment =
        instrument.assess(tried.facts().isEmpty() ? record : record.withFacts(facts(record)));
  }

  /**
   * Tries a case.
   *
   * @return what is wrong, empty when nothing is
   */
  public static List<String> faults(ClinicalCase tried, Instrument instrument) {
    return faults(
        tried, instrument.read(tried.resources(), tried.drafts(), tried.today()), instrument);
  }

  /** Tries a case whose record was read before. */
  static List<String> faults(ClinicalCase tried, PatientRecord record, Instrument instrument) {
    CaseTrial trial = new CaseTrial(tried, record, instrument);
    trial.must(tried.must());
    trial.mustNot(tried.mustNot());
    return trial.faults;
  }

  private PatientFacts facts(PatientRecord record) {
    PatientFacts facts =
        tried.hasRecord()
            ? record.facts()
            : PatientFacts.none()
                .with(Facts.DIAGNOSIS, new Known<>(Diagnosis.CONFIRMED, List.of(), List.of()));
    for (Map.Entry<String, String> fact : tried.facts().entrySet()) {
      facts = with(facts, named(fact.getKey()), fact.getValue());
    }
    return facts;
  }

  private Fact<?> named(String id) {
    return instrument.guideline().factNames().keySet().stream()
        .filter(fact -> fact.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static <V extends FactValue> PatientFacts with(
      PatientFacts facts, Fact<V> fact, String value) {
    if (value.equals("unknown")) {
      return facts.with(fact, Finding.notRecorded());
    }
    V known =
        fact.isAmount()
            ? fact.type().cast(new Amount(new BigDecimal(value)))
            : fact.terms().stream().filter(t -> t.id().equals(value)).findFirst().orElseThrow();
    return facts.with(fact, new Known<>(known, List.of(), List.of()));
  }

  private void must(Said said) {
    said.facts().forEach((id, value) -> equal(id, value, value(id)));
    said.risk().ifPresent(risk -> equal("risk group", risk, risk()));
    said.provisional()
        .ifPresent(
            provisional ->
                equal(
                    "provisional",
                    provisional.toString(),
                    Boolean.toString(
                        assessment.risk().filter(risk -> risk.provisional()).isPresent())));
    said.scope().ifPresent(scope -> equal("scope", scope, assessment.scope().name()));
    said.rules().ifPresent(rules -> equal("rules", sorted(rules), sorted(rules())));
    said.offers()
        .ifPresent(
            offers ->
                equal("options", sorted(offers), sorted(options(OptionAdvice.Status.APPLIES))));
    said.needs()
        .forEach(
            (option, facts) ->
                equal("what " + option + " needs", sorted(facts), sorted(needs(option))));
    said.excludes()
        .forEach(
            option -> {
              if (options(OptionAdvice.Status.APPLIES).contains(option)
                  || options(OptionAdvice.Status.NEEDS).contains(option)) {
                faults.add("the option " + option + " is not struck off");
              }
            });
    said.cautions()
        .forEach(
            (option, facts) ->
                equal("cautions of " + option, sorted(facts), sorted(cautions(option))));
    said.words().forEach(option -> equal(option + " drafted", "false", draftable(option)));
    contains("missing tests", said.asks(), tests(WorkUpFinding.Status.MISSING));
    contains("done tests", said.done(), tests(WorkUpFinding.Status.DONE));
    contains("ordered tests", said.ordered(), tests(WorkUpFinding.Status.ORDERED));
    said.left()
        .forEach((test, left) -> equal("left of " + test, sorted(left), sorted(remaining(test))));
    said.checks().ifPresent(checks -> equal("checks", checks(checks), checks(checks())));
    said.resembles().ifPresent(regimen -> equal("regimen", regimen, regimen()));
    if (!said.cards().isEmpty()) {
      String cards = cards();
      said.cards().stream()
          .filter(words -> !cards.contains(words))
          .forEach(words -> faults.add("no card says '" + words + "', but: " + cards));
    }
  }

  private void mustNot(Said said) {
    said.facts()
        .forEach(
            (id, value) -> {
              if (value(id).equals(value)) {
                faults.add(id + " is " + value);
              }
            });
    said.risk()
        .filter(risk -> risk.equals(risk()))
        .ifPresent(risk -> faults.add("the risk group is " + risk));
    said.rules().ifPresent(rules -> lacks("rule", rules, rules()));
    said.offers()
        .ifPresent(offers -> lacks("option", offers, options(OptionAdvice.Status.APPLIES)));
    lacks("missing test", said.asks(), tests(WorkUpFinding.Status.MISSING));
    lacks("done test", said.done(), tests(WorkUpFinding.Status.DONE));
    lacks("ordered test", said.ordered(), tests(WorkUpFinding.Status.ORDERED));
    said.checks()
        .ifPresent(
            checks ->
                checks.forEach(
                    (id, indicator) -> {
                      if (checks().containsKey(id)
                          && (indicator.equals("any") || indicator.equals(checks().get(id)))) {
                        faults.add("the check " + id + " speaks");
                      }
                    }));
    said.resembles()
        .filter(regimen -> regimen.equals(regimen()))
        .ifPresent(regimen -> faults.add("the drafts resemble " + regimen));
    if (!said.cards().isEmpty()) {
      String cards = cards();
      said.cards().stream()
          .filter(cards::contains)
          .forEach(words -> faults.add("a card says '" + words + "'"));
    }
  }

  private void equal(String what, String expected, String found) {
    if (!expected.equals(found)) {
      faults.add("%s: %s instead of %s".formatted(what, found, expected));
    }
  }

  private void contains(String what, List<String> expected, Collection<String> found) {
    expected.stream()
        .filter(id -> !found.contains(id))
        .forEach(id -> faults.add("%s is not among the %s %s".formatted(id, what, found)));
  }

  private void lacks(String what, List<String> unwanted, Collection<String> found) {
    unwanted.stream()
        .filter(found::contains)
        .forEach(id -> faults.add("the %s %s is there".formatted(what, id)));
  }

  private static String sorted(Collection<String> ids) {
    return new TreeSet<>(ids).toString();
  }

  private static String checks(Map<String, String> checks) {
    return new TreeMap<>(checks).toString();
  }

  private String value(String id) {
    return switch (assessment.facts().get(named(id))) {
      case Known<?> known -> known.known().id();
      case Finding.Unknown<?> unknown -> "unknown";
    };
  }

  private String risk() {
    return assessment
        .risk()
        .map(risk -> risk.group().map(group -> group.id()).orElse("undetermined"))
        .orElse("none");
  }

  private List<String> rules() {
    return assessment
        .treatment()
        .map(advice -> advice.rules().stream().map(TreatmentRule::id).toList())
        .orElse(List.of());
  }

  private List<OptionAdvice> options() {
    return assessment.treatment().map(advice -> advice.options()).orElse(List.of());
  }

  private List<String> options(OptionAdvice.Status status) {
    return options().stream()
        .filter(option -> option.status() == status)
        .map(option -> option.option().id())
        .toList();
  }

  private Optional<OptionAdvice> option(String id) {
    return options().stream().filter(option -> option.option().id().equals(id)).findFirst();
  }

  private Set<String> needs(String id) {
    Set<String> needs = new LinkedHashSet<>();
    option(id).ifPresent(option -> option.needs().forEach(fact -> needs.add(fact.id())));
    return needs;
  }

  private Set<String> cautions(String id) {
    Set<String> cautions = new LinkedHashSet<>();
    option(id)
        .ifPresent(
            option -> option.cautions().forEach(caution -> cautions.add(caution.fact().id())));
    return cautions;
  }

  private String draftable(String id) {
    return option(id).map(option -> Boolean.toString(option.draftable())).orElse("not offered");
  }

  private List<String> tests(WorkUpFinding.Status status) {
    return assessment.all().stream()
        .filter(test -> test.status() == status)
        .map(test -> test.item().id())
        .toList();
  }

  private List<String> remaining(String test) {
    return assessment.all().stream()
        .filter(finding -> finding.item().id().equals(test))
        .flatMap(finding -> finding.remaining().stream())
        .toList();
  }

  /** Each check with its indicator; a question as "open", a milder word as "note". */
  private Map<String, String> checks() {
    Map<String, String> checks = new LinkedHashMap<>();
    for (OrderFinding finding : assessment.orders().findings()) {
      String indicator = finding.indicator().name().toLowerCase(Locale.ROOT);
      checks.put(
          finding.check().id(),
          switch (finding.state()) {
            case CONFLICT -> indicator;
            case NOTE -> "note " + indicator;
            case OPEN ->
                "open"
                    + finding.tests().stream()
                        .map(test -> " " + test.item().id())
                        .sorted()
                        .reduce("", String::concat);
          });
    }
    return checks;
  }

  private String regimen() {
    return assessment.orders().regimen().map(match -> match.option().id()).orElse("none");
  }

  /** What is on the cards: when the chart is opened, or when the drafts are signed. */
  private String cards() {
    HookMoment moment = tried.drafts().isEmpty() ? HookMoment.PATIENT_VIEW : HookMoment.ORDER_SIGN;
    StringBuilder words = new StringBuilder();
    for (Card card : instrument.cards(assessment, tried.drafts(), moment)) {
      words.append(card.summary()).append('\n').append(card.detail()).append('\n');
      card.suggestions().forEach(s -> words.append('[').append(s.label()).append("]\n"));
    }
    return words.toString();
  }
}
