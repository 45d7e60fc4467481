package org.karyon.chart;

/**
 * What is to be read from the EHR's FHIR server for one part of the record.
 *
 * @param key the part
 * @param patientId the patient
 * @param address the query relative to the server's base, or the link to the next page that the
 *     client handed over, which is not to be trusted
 */
public record PartQuery(ChartKey key, String patientId, String address) {

  @Override
  public String toString() {
    return "PartQuery[" + key.name() + "]";
  }
}
