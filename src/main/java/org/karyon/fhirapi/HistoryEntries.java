package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Meta;

/**
 * Every entry of a history says what made the version and how that was answered (FHIR R4, bdl-3 and
 * bdl-4); the library leaves the answer out where a version is no number.
 */
@Interceptor
public final class HistoryEntries {

  private final ReadConditions conditions;

  HistoryEntries(ReadConditions conditions) {
    this.conditions = conditions;
  }

  /**
   * Completes a history.
   *
   * @param answer what is about to be written
   */
  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public void complete(IBaseResource answer) {
    if (answer instanceof Bundle bundle && bundle.getType() == BundleType.HISTORY) {
      bundle.getEntry().forEach(this::complete);
    }
  }

  private void complete(BundleEntryComponent entry) {
    Meta meta = entry.getResource().getMeta();
    entry
        .getResponse()
        .setStatus("201 Created")
        .setEtag(conditions.tag())
        .setLastModified(meta.getLastUpdated());
  }
}
