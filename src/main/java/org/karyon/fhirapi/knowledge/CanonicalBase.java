package org.karyon.fhirapi.knowledge;

/**
 * The names under which the artifacts are published begin with this, wherever they are served: a
 * plan keeps its name when the host changes, and when another server is handed it.
 *
 * @param url an absolute URL without a slash at the end
 */
public record CanonicalBase(String url) {

  /** The names of the guideline that is built in. */
  public static final String DEFAULT = "https://karyon.org/fhir";
}
