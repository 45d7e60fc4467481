package org.karyon.fhirapi;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.instance.model.api.IPrimitiveType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;

/**
 * Artifacts that were found. The library writes into resources while it encodes them, so each page
 * is a copy.
 *
 * @param found the artifacts; shared with every other request
 */
record ArtifactList(List<? extends MetadataResource> found) implements IBundleProvider {

  @Override
  public IPrimitiveType<Date> getPublished() {
    return new InstantType(Date.from(Instant.now()));
  }

  @Override
  public List<IBaseResource> getResources(int from, int to) {
    int start = Math.min(from, found.size());
    return found.subList(start, Math.max(start, Math.min(to, found.size()))).stream()
        .<IBaseResource>map(MetadataResource::copy)
        .toList();
  }

  @Override
  public @Nullable String getUuid() {
    return null;
  }

  @Override
  public @Nullable Integer preferredPageSize() {
    return null;
  }

  @Override
  public Integer size() {
    return found.size();
  }
}
