package org.karyon.hostile;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.karyon.iscn.GuidelineKaryotypes;

/** For Jazzer: any text is read as a karyotype. */
public final class KaryotypeFuzz {

  private KaryotypeFuzz() {}

  /** Called by Jazzer before its clock runs; what is read once at start is no input's fault. */
  public static void fuzzerInitialize() {
    fuzzerTestOneInput(new byte[] {'x', 'x'});
  }

  /** Called by Jazzer; what is thrown is a finding. */
  public static void fuzzerTestOneInput(byte[] input) {
    GuidelineKaryotypes.read(new String(input, UTF_8));
  }
}
