package org.karyon.terminology;

import java.util.List;

/**
 * A code system and the other names that records use for it.
 *
 * @param id the short name in the guideline folder, for example {@code loinc}
 * @param uri the FHIR URI
 * @param aliases other URIs and names in use, national and old ones among them
 * @param oids its object identifiers; records write them bare or as {@code urn:oid:}
 * @param beginnings how URIs of its editions and versions begin
 * @param form how its codes are written
 */
public record CodeSystem(
    String id,
    String uri,
    List<String> aliases,
    List<String> oids,
    List<String> beginnings,
    CodeForm form) {}
