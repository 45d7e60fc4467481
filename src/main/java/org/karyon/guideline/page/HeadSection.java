package org.karyon.guideline.page;

import org.karyon.guideline.Guideline;

/** What the page is made of, and what it never gives. */
final class HeadSection {

  private HeadSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.title("The guideline as Karyon reads it");
    page.paragraph(
        "Source: %s. \"L47\" is line 47 of that edition. This page is woven from `src/main/guideline`; a test keeps it current."
            .formatted(guideline.source().label()));
    page.paragraph(
        "What is offered are the options of the guideline, for a clinician to choose from. No dose"
            + " is ever given.");
  }
}
