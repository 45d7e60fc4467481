package org.karyon.reading;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.chart.Chart;
import org.karyon.chart.ReadResources;
import org.karyon.chart.resource.Condition;
import org.karyon.chart.resource.DiagnosticReport;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.PlainNumber;
import org.karyon.chart.resource.Procedure;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.DataGap;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.DraftResources;
import org.karyon.reading.resources.Guard;
import org.karyon.reading.resources.ObservationResults;
import org.karyon.reading.resources.RecordResources;
import org.karyon.reading.resources.ReportResults;
import org.karyon.reading.resources.Result;
import org.karyon.reading.resources.Screen;
import org.karyon.reading.resources.Silences;

/** Reads the resources of a settled chart, each once, and keeps what is wrong with some of them. */
final class ChartReading {

  private static final List<ResourceKind<?>> DRAFTS =
      List.of(
          ResourceKind.MEDICATION_REQUEST,
          ResourceKind.SERVICE_REQUEST,
          ResourceKind.REQUEST_GROUP,
          ResourceKind.CARE_PLAN,
          ResourceKind.MEDICATION);

  private final List<DataGap> gaps = new ArrayList<>();
  private final Set<String> broken = new LinkedHashSet<>();
  private final Guard guard;

  ChartReading(Guard guard) {
    this.guard = guard;
  }

  /** The resources of one kind; what is wrong with the others is kept. */
  <R> List<R> take(ResourceKind<R> kind, ReadResources<R> read) {
    gaps.addAll(read.gaps());
    if (read.isBroken()) {
      broken.add(kind.type());
    }
    return read.resources();
  }

  /** What the problems leave open. */
  void name(List<DataGap> open) {
    gaps.addAll(open);
  }

  private <R> List<R> all(Chart chart, ResourceKind<R> kind) {
    return take(kind, chart.all(kind));
  }

  private <R> List<R> drafts(Chart chart, ResourceKind<R> kind) {
    return take(kind, chart.drafts(kind));
  }

  RecordResources read(
      Chart chart, List<Condition> conditions, Codings codings, Screen screen, LocalDate asOf) {
    List<Result> results = new ArrayList<>();
    ObservationResults observations = new ObservationResults(codings, screen, asOf);
    Silences silences = new Silences(codings, guard);
    silences.ofConditions(conditions);
    IdentityHashMap<PlainNumber.Name, Boolean> useless = new IdentityHashMap<>();
    List<Observation> observed =
        take(
            ResourceKind.OBSERVATION,
            chart.observations(
                name ->
                    useless.computeIfAbsent(
                        name,
                        unknown ->
                            observations.isUseless(unknown)
                                && !silences.isSilent(unknown.code()))));
    silences.ofObservations(observed);
    guard.each(
        observed,
        Observation::reference,
        observation -> observations.implied(List.of(observation)));
    for (Observation observation : observed) {
      results.addAll(
          guard.one(observation.reference(), () -> observations.read(observation), List.of()));
    }
    ReportResults reports = new ReportResults(codings, screen, asOf);
    List<DiagnosticReport> reported = all(chart, ResourceKind.DIAGNOSTIC_REPORT);
    silences.ofReports(reported);
    for (DiagnosticReport report : reported) {
      results.addAll(guard.one(report.reference(), () -> reports.read(report), List.of()));
    }
    List<Procedure> procedures = all(chart, ResourceKind.PROCEDURE);
    silences.ofProcedures(procedures);
    List<ServiceRequest> orders = all(chart, ResourceKind.SERVICE_REQUEST);
    silences.ofOrders(orders);
    gaps.addAll(silences.gaps());
    return new RecordResources(
        conditions,
        List.copyOf(results),
        results.stream().filter(result -> !result.isCount()).toList(),
        all(chart, ResourceKind.MEDICATION_REQUEST),
        all(chart, ResourceKind.MEDICATION_ADMINISTRATION),
        all(chart, ResourceKind.MEDICATION_STATEMENT),
        all(chart, ResourceKind.MEDICATION),
        procedures,
        orders,
        new DraftResources(
            drafts(chart, ResourceKind.MEDICATION_REQUEST),
            drafts(chart, ResourceKind.SERVICE_REQUEST),
            drafts(chart, ResourceKind.REQUEST_GROUP),
            drafts(chart, ResourceKind.CARE_PLAN),
            drafts(chart, ResourceKind.MEDICATION),
            chart.draftsOtherThan(DRAFTS)));
  }

  /** What is wrong with resources, in the order in which they were read. */
  List<DataGap> gaps() {
    return List.copyOf(gaps);
  }

  /** The kinds of which a resource was left out because it is not valid. */
  Set<String> broken() {
    return Set.copyOf(broken);
  }
}
