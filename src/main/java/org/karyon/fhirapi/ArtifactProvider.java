package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.History;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.SimpleBundleProvider;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.MetadataResource;

/**
 * Reads and searches the artifacts of one kind (FHIR R4, canonical resources). There is one version
 * of each, which is also all of its history.
 *
 * @param <R> the type of artifact
 */
public final class ArtifactProvider<R extends MetadataResource> implements IResourceProvider {

  private final Class<R> type;
  private final ArtifactReads reads;

  ArtifactProvider(Class<R> type, ArtifactReads reads) {
    this.type = type;
    this.reads = reads;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return type;
  }

  /**
   * Reads one artifact, or its one version.
   *
   * @param id its id, with or without a version
   * @return the artifact
   */
  @Read(version = true)
  public IBaseResource read(@IdParam IdType id) {
    return reads.read(type, id);
  }

  /**
   * The history of one artifact.
   *
   * @param id its id
   * @param request the request with its parameters
   * @return the one version that there is, or none when it is older than what is asked for
   */
  @History
  public IBundleProvider history(@IdParam IdType id, RequestDetails request) {
    return new SimpleBundleProvider(reads.history(type, id, request));
  }

  /**
   * Searches the artifacts; all criteria must hold, and of several values of one criterion any.
   *
   * @param request the request with its parameters
   * @return a page
   */
  @Search(allowUnknownParams = true)
  public Bundle search(RequestDetails request) {
    return reads.search(type, request);
  }
}
