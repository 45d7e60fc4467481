package org.karyon;

import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;

/** The guideline folder of this project, read once for every test that does not change it. */
public final class BuiltIn {

  /** The knowledge as it stands. */
  public static final Guideline GUIDELINE = GuidelineReader.read(GuidelineFolder.builtIn());

  private BuiltIn() {}
}
