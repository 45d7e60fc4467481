package org.karyon.terminology;

import java.util.List;

/**
 * A code system and the other names that records use for it.
 *
 * @param id the short name in the guideline folder, for example {@code loinc}
 * @param uri the FHIR URI
 * @param aliases other URIs and OIDs in use
 */
public record CodeSystem(String id, String uri, List<String> aliases) {}
