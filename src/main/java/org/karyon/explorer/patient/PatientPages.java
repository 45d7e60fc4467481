package org.karyon.explorer.patient;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.RiskAssessment;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartKey;
import org.karyon.facts.Finding;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.facts.Presence;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.reading.RecordReader;
import org.karyon.web.EvaluationDay;
import tools.jackson.databind.json.JsonMapper;

/** Makes the page of a patient by the very same steps as the hooks; nothing is kept. */
public final class PatientPages {

  private static final Map<HookMoment, String> MOMENTS =
      Map.of(
          HookMoment.PATIENT_VIEW, "On opening the chart",
          HookMoment.ORDER_SELECT, "While choosing orders",
          HookMoment.ORDER_SIGN, "Before signing");

  private final List<ChartKey> keys;
  private final RecordReader reader;
  private final Assess assess;
  private final Cards cards;
  private final EvaluationDay day;
  private final ShownCards shown = new ShownCards();
  private final WayThrough ways;
  private final FactLines factLines;
  private final Questions questions;

  /**
   * Prepares pages.
   *
   * @param guideline the knowledge
   * @param keys the parts of a record
   * @param reader reads the record
   * @param assess assesses it
   * @param cards writes cards that are not counted as shown to a clinician
   * @param day tells the day of the assessment
   */
  public PatientPages(
      Guideline guideline,
      List<ChartKey> keys,
      RecordReader reader,
      Assess assess,
      Cards cards,
      EvaluationDay day) {
    this.keys = List.copyOf(keys);
    this.reader = reader;
    this.assess = assess;
    this.cards = cards;
    this.day = day;
    this.ways = new WayThrough(guideline);
    this.factLines = new FactLines(guideline);
    this.questions = new Questions(guideline);
  }

  /**
   * The page of one patient on the patient's own day.
   *
   * @param screen what was sent
   * @param drafts the orders on the screen now
   * @param changes what is supposed
   * @return the page
   */
  public PatientPage page(SentScreen screen, Drafts drafts, Changes changes) {
    return page(screen, drafts, changes, Optional.empty());
  }

  /**
   * The page of one patient.
   *
   * @param screen what was sent
   * @param drafts the orders on the screen now
   * @param changes what is supposed
   * @param asked the day to look at the patient on; the patient's own when empty
   * @return the page
   */
  public PatientPage page(
      SentScreen screen, Drafts drafts, Changes changes, Optional<LocalDate> asked) {
    LocalDate asOf = asked.orElseGet(() -> day.of(screen.patientId()));
    Map<HookMoment, List<Card>> written = new LinkedHashMap<>();
    PatientRecord read = read(screen, drafts, new OrderSelection.Every(), asOf);
    Assessment whole = assess(read, changes);
    for (HookMoment moment : HookMoment.values()) {
      boolean narrow = moment == HookMoment.ORDER_SELECT && !screen.selections().isEmpty();
      Assessment assessment =
          narrow
              ? assess(
                  read(screen, drafts, new OrderSelection.Named(screen.selections()), asOf),
                  changes)
              : whole;
      written.put(moment, cards.write(assessment, context(screen, moment, drafts)));
    }
    List<Moment> moments = new ArrayList<>();
    written.forEach(
        (moment, of) ->
            moments.add(
                new Moment(
                    hook(moment), MOMENTS.getOrDefault(moment, hook(moment)), shown.of(of))));
    return new PatientPage(
        headline(whole),
        moments,
        ways.of(whole),
        whole.all().stream()
            .map(
                test ->
                    new PatientPage.Chip(
                        test.item().id(),
                        test.item().name(),
                        test.status().name().toLowerCase(Locale.ROOT),
                        test.status().name().toLowerCase(Locale.ROOT)))
            .toList(),
        whole.risk().map(PatientPages::risk).orElse(""),
        whole.risk().stream()
            .flatMap(risk -> risk.features().stream())
            .map(PatientPages::feature)
            .toList(),
        factLines.of(whole.facts(), changes),
        questions.forks(read.facts(), changes),
        questions.features(read.facts(), changes),
        DrawTimeline.of(read.timeline(), read.asOf()),
        drafts.lines(),
        drafts.bundle().toString(),
        read.gaps().stream().map(gap -> gap.subject() + ": " + gap.message()).toList(),
        JsonMapper.shared()
            .writerWithDefaultPrettyPrinter()
            .writeValueAsString(
                Map.of("cards", written.getOrDefault(HookMoment.PATIENT_VIEW, List.of()))),
        changes.byFact().size(),
        asOf);
  }

  private PatientRecord read(
      SentScreen screen, Drafts drafts, OrderSelection selection, LocalDate asOf) {
    Chart chart = Chart.open(screen.patientId(), keys, screen.prefetch(), drafts.bundle());
    return reader.read(chart, asOf, selection);
  }

  private Assessment assess(PatientRecord read, Changes changes) {
    return assess.assess(read.withFacts(changes.on(read.facts())));
  }

  private static CardContext context(SentScreen screen, HookMoment moment, Drafts drafts) {
    return new CardContext(
        screen.patientId(), Optional.empty(), Optional.empty(), moment, drafts.byReference());
  }

  private static String hook(HookMoment moment) {
    return moment.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String headline(Assessment assessment) {
    return switch (assessment.scope()) {
      case NO_LEUKEMIA -> "No acute lymphoblastic leukemia on record: an EHR shows no card";
      case NOT_KNOWN -> "Whether there is a leukemia could not be read";
      case SUSPECTED -> "Suspected ALL: the work-up alone";
      case CHILD -> "A child: this guideline speaks of adolescents and adults";
      case OFF_TREATMENT -> "In remission, off treatment: the guideline speaks of no follow-up";
      case COVERED ->
          assessment.treatment().stream()
              .flatMap(advice -> advice.rules().stream())
              .filter(rule -> !rule.options().isEmpty() && !rule.phase().equals("every phase"))
              .map(rule -> rule.title())
              .findFirst()
              .orElse("Confirmed ALL, with open questions");
    };
  }

  private static String risk(RiskAssessment risk) {
    return risk.group().map(group -> group.id()).orElse("undetermined")
        + (risk.provisional() ? ", provisional" : "");
  }

  private static PatientPage.Chip feature(RiskAssessment.FeatureFinding feature) {
    Finding<Presence> finding = feature.finding();
    String state =
        finding.is(Presence.PRESENT)
            ? "present-" + feature.feature().weight().id()
            : finding.is(Presence.ABSENT) ? "absent" : "unknown";
    String said =
        switch (finding) {
          case Finding.Known<Presence> known -> known.known().id();
          case Finding.Unknown<Presence> unknown -> unknown.reason().words();
        };
    return new PatientPage.Chip(feature.feature().id(), feature.feature().name(), state, said);
  }
}
