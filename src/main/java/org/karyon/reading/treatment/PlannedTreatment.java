package org.karyon.reading.treatment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.resource.ServiceRequest;
import org.karyon.facts.Evidence;
import org.karyon.guideline.Guideline;
import org.karyon.reading.resources.Codings;

/** Treatment of the leukemia that is planned or ordered and not begun. */
public final class PlannedTreatment {

  private final Codings codings;
  private final Set<String> concepts;

  public PlannedTreatment(Guideline guideline, Codings codings) {
    this.codings = codings;
    this.concepts = guideline.orderChecks().members(guideline.orderChecks().plannedTreatment());
  }

  /** The planned drugs and the procedures that are ordered. */
  public List<Evidence> with(List<Evidence> drugs, List<ServiceRequest> requests) {
    List<Evidence> planned = new ArrayList<>(drugs);
    requests.stream()
        .filter(request -> request.status().equals(Optional.of(ServiceRequest.Status.ACTIVE)))
        .filter(request -> !Collections.disjoint(codings.concepts(request.code()), concepts))
        .map(
            request ->
                new Evidence(
                    request.reference(),
                    "Planned treatment",
                    Codings.words(request.code()),
                    request.authoredOn()))
        .forEach(planned::add);
    return planned;
  }
}
