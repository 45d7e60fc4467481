package org.karyon.fhirapi;

import ca.uhn.fhir.rest.api.server.IBundleProvider;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.BasePagingProvider;
import java.util.ArrayList;
import java.util.Base64;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.jspecify.annotations.Nullable;
import org.karyon.fhirapi.knowledge.Artifacts;

/**
 * Pages of a search without keeping the search: its id names the artifacts that were found and the
 * version of the knowledge. Any replica answers it, and after the knowledge has changed it is gone
 * (410).
 */
final class StatelessPages extends BasePagingProvider {

  private static final int PAGE = 20;
  private static final int LARGEST_PAGE = 1000;
  private static final String SEPARATOR = "~";

  private final Artifacts artifacts;
  private final String version;

  StatelessPages(Artifacts artifacts, String version) {
    this.artifacts = artifacts;
    this.version = version;
    setDefaultPageSize(PAGE);
    setMaximumPageSize(LARGEST_PAGE);
  }

  @Override
  public String storeResultList(@Nullable RequestDetails request, IBundleProvider found) {
    List<? extends MetadataResource> listed = ((ArtifactList) found).found();
    Class<? extends MetadataResource> type = listed.getFirst().getClass();
    List<? extends MetadataResource> all = artifacts.all(type);
    BitSet members = new BitSet();
    for (int index = 0; index < all.size(); index++) {
      members.set(index, listed.contains(all.get(index)));
    }
    String named = Base64.getUrlEncoder().withoutPadding().encodeToString(members.toByteArray());
    return listed.getFirst().fhirType() + SEPARATOR + named + SEPARATOR + version;
  }

  @Override
  public @Nullable IBundleProvider retrieveResultList(@Nullable RequestDetails request, String id) {
    String[] parts = id.split(SEPARATOR, -1);
    if (parts.length != 3 || !parts[2].equals(version)) {
      return null;
    }
    return type(parts[0]).flatMap(type -> found(type, parts[1])).orElse(null);
  }

  /** The kind of resource that a page is of. */
  static String resourceType(String id) {
    return id.split(SEPARATOR, -1)[0];
  }

  private Optional<Class<? extends MetadataResource>> type(String name) {
    return artifacts.types().stream()
        .filter(type -> type.getSimpleName().equals(name))
        .<Class<? extends MetadataResource>>map(type -> type.asSubclass(MetadataResource.class))
        .findFirst();
  }

  private Optional<IBundleProvider> found(Class<? extends MetadataResource> type, String named) {
    try {
      BitSet members = BitSet.valueOf(Base64.getUrlDecoder().decode(named));
      List<MetadataResource> found = new ArrayList<>();
      List<? extends MetadataResource> all = artifacts.all(type);
      for (int index = 0; index < all.size(); index++) {
        if (members.get(index)) {
          found.add(all.get(index));
        }
      }
      return Optional.of(new ArtifactList(found));
    } catch (IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }
}
