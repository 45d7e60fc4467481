package org.karyon.guideline;

import java.util.List;

/**
 * Something that can be ordered, with the code that a draft order carries; never with a dose.
 *
 * @param id the name in the guideline folder
 * @param kind a medication, a procedure or a test
 * @param concept the concept that recognises such orders in a record
 * @param coding the code of the draft
 * @param text the words of the draft
 * @param notAs concepts that make an order of the same drug a different treatment, for example an
 *     oral dose where a high dose is meant
 * @param note what is left to the clinician; empty for nothing
 */
public record Orderable(
    String id,
    Kind kind,
    String concept,
    List<String> notAs,
    Coded coding,
    String text,
    String note) {

  /** What kind of order it is. */
  public enum Kind {
    /** Ordered as a MedicationRequest. */
    MEDICATION,
    /** Ordered as a ServiceRequest for a procedure. */
    PROCEDURE,
    /** Ordered as a ServiceRequest for a test. */
    TEST
  }
}
