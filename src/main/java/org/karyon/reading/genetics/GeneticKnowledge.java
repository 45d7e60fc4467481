package org.karyon.reading.genetics;

import org.karyon.guideline.Guideline;

/** What the reading of genetics prepares once from a guideline, for all records. */
public final class GeneticKnowledge {

  private final KaryotypeInterpreter karyotypes;
  private final LesionNames names;
  private final PloidyWords ploidy;

  public GeneticKnowledge(Guideline guideline) {
    this.karyotypes = new KaryotypeInterpreter(guideline);
    this.names = new LesionNames(guideline.lesions());
    this.ploidy = PloidyWords.of(guideline);
  }

  KaryotypeInterpreter karyotypes() {
    return karyotypes;
  }

  LesionNames names() {
    return names;
  }

  PloidyWords ploidy() {
    return ploidy;
  }
}
