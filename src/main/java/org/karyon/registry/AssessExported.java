package org.karyon.registry;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.RiskAssessment;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartKey;
import org.karyon.chart.ChartUnavailable;
import org.karyon.chart.ForeignPatient;
import org.karyon.chart.LineRecord;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentRecord;
import org.karyon.chart.TooManyValues;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Finding;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.RiskGroup;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.TreatmentRule;
import org.karyon.guideline.WorkUpItem;
import org.karyon.reading.RecordReader;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Assesses one patient of an export by the same steps as a call of a hook. */
public final class AssessExported {

  private static final List<ChartKey> KEYS =
      RecordReader.reads().stream().map(AssessExported::key).toList();

  private final Guideline guideline;
  private final RecordReader reader;
  private final Assess assess;
  private final RecordJson json;
  private final Drugs drugs;
  private final Function<ExportLine, String> place;
  private final LocalDate asOf;
  private final boolean replayed;

  /**
   * Prepares assessments.
   *
   * @param guideline the knowledge
   * @param json reads resources within limits
   * @param drugs the drugs of the export
   * @param place how people find a line of the export
   * @param asOf the day for which is answered
   * @param replayed whether that day lies in the past
   */
  public AssessExported(
      Guideline guideline,
      RecordJson json,
      Drugs drugs,
      Function<ExportLine, String> place,
      LocalDate asOf,
      boolean replayed) {
    this.guideline = guideline;
    this.reader = new RecordReader(guideline);
    this.assess = new Assess(guideline);
    this.json = json;
    this.drugs = drugs;
    this.place = place;
    this.asOf = asOf;
    this.replayed = replayed;
  }

  private static ChartKey key(ResourceKind<?> kind) {
    String name = kind.type();
    String template =
        name.equals("Patient")
            ? "Patient/{{context.patientId}}"
            : name + "?patient={{context.patientId}}";
    return new ChartKey(name, template, name.equals("Patient") || name.equals("Condition"));
  }

  /**
   * Assesses.
   *
   * @param patient the lines of one patient
   * @return the answer; never a failure: what could not be read is told in it
   */
  public PatientAnswer assess(ExportedPatient patient) {
    List<PatientAnswer.Gap> gaps = new ArrayList<>();
    try {
      return assess(patient, gaps);
    } catch (RuntimeException unforeseen) {
      // One patient of many; the message may quote the record, so only the kind is told.
      return notKnown(
          patient.id(),
          gaps,
          "the assessment failed on this patient (" + unforeseen.getClass().getSimpleName() + ")");
    }
  }

  private PatientAnswer assess(ExportedPatient patient, List<PatientAnswer.Gap> gaps) {
    JsonNode bundle = bundle(patient, gaps);
    SentRecord sent = SentRecord.of(bundle, replayed ? Optional.of(asOf) : Optional.empty());
    try {
      Chart chart =
          Chart.open(
              patient.id(), KEYS, sent.parts(KEYS, false, patient.id()), MissingNode.getInstance());
      return answer(
          patient.id(), assess.assess(reader.read(chart, asOf, new OrderSelection.Every())), gaps);
    } catch (ChartUnavailable unavailable) {
      return notKnown(patient.id(), gaps, String.valueOf(unavailable.getMessage()));
    } catch (ForeignPatient foreign) {
      return notKnown(patient.id(), gaps, "the Patient resource is another one");
    }
  }

  private JsonNode bundle(ExportedPatient patient, List<PatientAnswer.Gap> gaps) {
    LineRecord record = new LineRecord(json);
    PatientReferences references = new PatientReferences(patient.id(), patient.lines());
    for (ExportLine line : patient.lines()) {
      try {
        String text = references.plain(line.resource());
        byte[] resource = text.getBytes(StandardCharsets.UTF_8);
        if (text.contains("medicationReference")) {
          record.add(withDrug(json.read(resource)));
        } else {
          record.add(resource);
        }
      } catch (JacksonException | TooManyValues unreadable) {
        gaps.add(
            new PatientAnswer.Gap(
                place.apply(line),
                "This line is no resource that can be read; what it says is unknown."));
      }
    }
    return record.bundle();
  }

  /** An order that refers to a drug of the export carries it with it. */
  private JsonNode withDrug(JsonNode resource) {
    String reference = resource.path("medicationReference").path("reference").asString("");
    String id = reference.substring(reference.lastIndexOf('/') + 1);
    if (!(resource instanceof ObjectNode order) || reference.startsWith("#") || id.isEmpty()) {
      return resource;
    }
    drugs
        .get(id)
        .map(drug -> json.read(drug.getBytes(StandardCharsets.UTF_8)))
        .ifPresent(
            drug -> {
              order.withArrayProperty("contained").add(drug);
              order.withObjectProperty("medicationReference").put("reference", "#" + id);
            });
    return order;
  }

  private PatientAnswer notKnown(String patient, List<PatientAnswer.Gap> gaps, String why) {
    gaps.add(new PatientAnswer.Gap("record", why));
    return PatientAnswer.without(
        patient, asOf, guideline.version(), id(Assessment.Scope.NOT_KNOWN), List.copyOf(gaps));
  }

  private PatientAnswer answer(
      String patient, Assessment assessment, List<PatientAnswer.Gap> gaps) {
    Map<String, PatientAnswer.FactAnswer> facts = new LinkedHashMap<>();
    assessment.facts().all().forEach((fact, finding) -> facts.put(fact.id(), fact(finding)));
    assessment
        .record()
        .gaps()
        .forEach(gap -> gaps.add(new PatientAnswer.Gap(gap.subject(), gap.message())));
    Optional<TreatmentAdvice> treatment = assessment.treatment();
    Set<String> treated = new LinkedHashSet<>();
    assessment.record().therapies().forEach(therapy -> treated.addAll(therapy.concepts()));
    return new PatientAnswer(
        patient,
        asOf,
        guideline.version(),
        id(assessment.scope()),
        facts,
        assessment.risk().flatMap(RiskAssessment::group).map(RiskGroup::id),
        assessment.risk().map(RiskAssessment::provisional),
        ids(treatment.map(TreatmentAdvice::rules).orElse(List.of())),
        ids(treatment.map(TreatmentAdvice::possible).orElse(List.of())),
        options(treatment),
        assessment.missingTests().stream().map(f -> f.item()).map(WorkUpItem::id).toList(),
        List.copyOf(treated),
        List.copyOf(gaps));
  }

  /** What an option waits for, as on a card: what can be recorded, and no derived fact. */
  private List<PatientAnswer.OptionAnswer> options(Optional<TreatmentAdvice> treatment) {
    return treatment.map(TreatmentAdvice::options).orElse(List.of()).stream()
        .map(
            advice ->
                new PatientAnswer.OptionAnswer(
                    advice.option().id(),
                    advice.status().id(),
                    advice.needs().stream()
                        .map(guideline::asked)
                        .map(Fact::id)
                        .distinct()
                        .toList()))
        .toList();
  }

  private static List<String> ids(List<TreatmentRule> rules) {
    return rules.stream().map(TreatmentRule::id).toList();
  }

  private static PatientAnswer.FactAnswer fact(Finding<?> finding) {
    List<String> resources =
        finding.evidence().stream().map(Evidence::resource).distinct().toList();
    return switch (finding) {
      case Finding.Known<?> known ->
          new PatientAnswer.FactAnswer(
              Optional.of(known.known().id()), Optional.empty(), resources);
      case Finding.Unknown<?> unknown ->
          new PatientAnswer.FactAnswer(
              Optional.empty(), Optional.of(unknown.reason().words()), resources);
    };
  }

  private static String id(Assessment.Scope scope) {
    return scope.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
