package org.karyon.spark;

import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;

/** The guideline, read once by each process of the cluster. */
final class Knowledge {

  private static final Guideline GUIDELINE = GuidelineReader.read(GuidelineFolder.builtIn());

  private Knowledge() {}

  static Guideline guideline() {
    return GUIDELINE;
  }
}
