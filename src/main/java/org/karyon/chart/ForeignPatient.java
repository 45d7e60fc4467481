package org.karyon.chart;

/** The record handed over is another patient's than the one asked about. */
public final class ForeignPatient extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Says so without naming either patient. */
  public ForeignPatient() {
    super("The Patient resource is not the patient of the context.");
  }
}
