package org.karyon.chart;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A part of the record that is asked for.
 *
 * @param name the prefetch key
 * @param template the FHIR query of the discovery document, relative to the server's base; its only
 *     token is <code>{{context.patientId}}</code>
 * @param required whether nothing can be said without it
 */
public record ChartKey(String name, String template, boolean required) {

  private static final String PATIENT = "{{context.patientId}}";

  /** Refuses a template that cannot be filled in. */
  public ChartKey {
    if (template.replace(PATIENT, "").contains("{{")) {
      throw new IllegalArgumentException(
          "The prefetch template of '%s' has a token other than %s".formatted(name, PATIENT));
    }
  }

  /**
   * The kind of resource that the query asks for.
   *
   * @return a resource type
   */
  public String resourceType() {
    int end = 0;
    while (end < template.length() && "/?".indexOf(template.charAt(end)) < 0) {
      end++;
    }
    return template.substring(0, end);
  }

  /**
   * Whether the query reads one resource by its id.
   *
   * @return false for a search
   */
  public boolean isRead() {
    return !template.contains("?");
  }

  /**
   * The query of one patient.
   *
   * @param patientId the patient
   * @return the template with the id in it, encoded, as are the systems of codes
   */
  public String query(String patientId) {
    String encoded = URLEncoder.encode(patientId, StandardCharsets.UTF_8).replace("+", "%20");
    int question = template.indexOf('?');
    if (question < 0) {
      return template.replace(PATIENT, encoded);
    }
    String search =
        template.substring(question).replace(":", "%3A").replace("/", "%2F").replace("|", "%7C");
    return template.substring(0, question) + search.replace(PATIENT, encoded);
  }
}
