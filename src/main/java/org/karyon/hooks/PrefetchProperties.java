package org.karyon.hooks;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much the EHR is asked to send along.
 *
 * @param prefetch all that is read, or only what tells whether there is a leukemia
 */
@ConfigurationProperties("karyon")
record PrefetchProperties(@DefaultValue("full") Prefetch prefetch) {

  /** Which discovery document is served. */
  enum Prefetch {
    /** Every part of the record, for EHRs that give no access to their FHIR server. */
    FULL("cds-services.json"),
    /** The patient and the problem list; the other parts are read from the FHIR server. */
    LEAN("cds-services-lean.json");

    private final String document;

    Prefetch(String document) {
      this.document = document;
    }

    String document() {
      return document;
    }
  }
}
