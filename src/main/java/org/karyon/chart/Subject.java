package org.karyon.chart;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * The patient of a call, and every reference that means this patient: {@code Patient/id}, the same
 * on the FHIR server of the call, and the {@code fullUrl} of the patient in a Bundle of the call
 * (FHIR R4, Resolving references in Bundles).
 *
 * @param id the bare id
 * @param absolute the absolute references, in normal form
 */
public record Subject(String id, Set<String> absolute) {

  private static final String PATIENT = "Patient/";
  private static final Pattern VERSION = Pattern.compile("(.*)/_history/[A-Za-z0-9.-]{1,64}");
  private static final Pattern RELATIVE = Pattern.compile("Patient/[A-Za-z0-9.-]{1,64}");

  /** Copies the references. */
  public Subject {
    absolute = Set.copyOf(absolute);
  }

  /**
   * The patient of a call.
   *
   * @param id the bare id
   * @param server the FHIR server that the call names; empty when it names none
   * @param sent what the call brings; Bundles are found wherever they lie in it
   * @return the patient
   */
  public static Subject of(String id, Optional<String> server, JsonNode... sent) {
    Set<String> absolute = new HashSet<>();
    server.ifPresent(
        base -> absolute.add(normal((base.endsWith("/") ? base : base + '/') + "Patient/" + id)));
    for (JsonNode one : sent) {
      collect(id, one, absolute);
    }
    return new Subject(id, absolute);
  }

  /** Bundles lie in prefetch, in each other, or are what was sent. */
  private static void collect(String id, JsonNode sent, Set<String> absolute) {
    if (sent.path("resourceType").isString()) {
      for (JsonNode entry : sent.path("entry")) {
        JsonNode resource = entry.path("resource");
        String type = resource.path("resourceType").asString("");
        if (type.equals("Bundle")) {
          collect(id, resource, absolute);
        } else if (type.equals("Patient")
            && resource.path("id").asString("").equals(id)
            && entry.path("fullUrl").isString()) {
          absolute.add(normal(entry.path("fullUrl").asString()));
        }
      }
      return;
    }
    for (JsonNode part : sent) {
      if (part.path("resourceType").asString("").equals("Bundle")) {
        collect(id, part, absolute);
      }
    }
  }

  /**
   * Whether a reference means this patient.
   *
   * @param reference a reference as it was sent, with or without a version
   * @return false where it is not understood
   */
  boolean isNamedBy(String reference) {
    String bare = withoutVersion(reference);
    return isRelativeTo(bare) || (!absolute.isEmpty() && absolute.contains(normal(bare)));
  }

  private boolean isRelativeTo(String bare) {
    return bare.length() == PATIENT.length() + id.length()
        && bare.startsWith(PATIENT)
        && bare.endsWith(id);
  }

  /** Whether a reference is a relative one to some patient. */
  static boolean isRelative(String reference) {
    return RELATIVE.matcher(withoutVersion(reference)).matches();
  }

  private static String withoutVersion(String reference) {
    if (!reference.contains("/_history/")) {
      return reference;
    }
    Matcher version = VERSION.matcher(reference);
    return version.matches() ? version.group(1) : reference;
  }

  /** Scheme and host mean the same in any case, and a scheme's own port need not be written. */
  private static String normal(String reference) {
    try {
      URI uri = new URI(reference);
      if (uri.getScheme() == null || uri.getHost() == null || uri.getRawUserInfo() != null) {
        return reference;
      }
      String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
      int own = scheme.equals("https") ? 443 : scheme.equals("http") ? 80 : -1;
      String port = uri.getPort() < 0 || uri.getPort() == own ? "" : ":" + uri.getPort();
      String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
      String fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
      return scheme
          + "://"
          + uri.getHost().toLowerCase(Locale.ROOT)
          + port
          + uri.getRawPath()
          + query
          + fragment;
    } catch (URISyntaxException none) {
      return reference;
    }
  }
}
