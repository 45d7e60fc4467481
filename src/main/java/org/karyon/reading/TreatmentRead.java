package org.karyon.reading;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.DataGap;
import org.karyon.facts.Evidence;
import org.karyon.facts.RecordedDate;
import org.karyon.facts.RecordedTherapy;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.treatment.PlannedTreatment;
import org.karyon.reading.treatment.TherapyReader;
import org.karyon.reading.treatment.TreatmentStart;

/**
 * What the record tells of treatment.
 *
 * @param therapies what was given or is active
 * @param treated what of it was given against this leukemia
 * @param notUnderstood treatment, or what may be one, of which the record does not tell what it is
 * @param planned what is planned or ordered and not begun
 * @param firstTreatment the first day of treatment against this leukemia
 * @param broken kinds of resource of which one could not be understood
 * @param gaps what could not be used
 */
record TreatmentRead(
    List<RecordedTherapy> therapies,
    List<RecordedTherapy> treated,
    List<Evidence> notUnderstood,
    List<Evidence> planned,
    Optional<LocalDate> firstTreatment,
    Set<String> broken,
    List<DataGap> gaps) {

  static TreatmentRead of(
      Guideline guideline,
      Codings codings,
      Guard guard,
      RecordReading.Settled settled,
      Optional<RecordedDate> diagnosed) {
    int daysBefore = guideline.whole(ParameterId.TREATMENT_BEFORE_DIAGNOSIS_DAYS);
    TherapyReader.Read read =
        new TherapyReader(guideline, codings, settled.asOf(), settled.resources().medications())
            .read(settled.resources(), guard);
    List<RecordedTherapy> treated =
        TreatmentStart.antileukemic(codings.terminology(), read.therapies(), diagnosed, daysBefore);
    return new TreatmentRead(
        read.therapies(),
        treated,
        read.notUnderstood().stream()
            .filter(given -> TreatmentStart.isOfThisDisease(given.date(), diagnosed, daysBefore))
            .toList(),
        planned(guideline, codings, guard, settled, read.planned()),
        TreatmentStart.of(treated),
        read.broken(),
        read.gaps());
  }

  private static List<Evidence> planned(
      Guideline guideline,
      Codings codings,
      Guard guard,
      RecordReading.Settled settled,
      List<Evidence> drugs) {
    return guard.over(
        settled.resources().serviceRequests(),
        ServiceRequest::reference,
        orders -> new PlannedTreatment(guideline, codings).with(drugs, orders));
  }
}
