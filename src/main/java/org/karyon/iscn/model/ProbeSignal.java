package org.karyon.iscn.model;

/**
 * The signals of one FISH probe.
 *
 * @param probe current gene symbol or locus, aliases already replaced
 * @param part which side of a break-apart probe is meant
 * @param low smallest number of signals; for metaphase FISH the number of plus signs
 * @param high largest number of signals
 * @param amplified whether the text says amp or an open upper bound
 * @param constitutional whether the number is marked as constitutional
 */
public record ProbeSignal(
    String probe, Part part, int low, int high, boolean amplified, boolean constitutional) {

  /** Which part of the probe's target a signal shows. */
  public enum Part {
    WHOLE,
    FIVE_PRIME,
    THREE_PRIME
  }

  boolean isCertainly(int number) {
    return low == number && high == number && !amplified;
  }

  public ProbeSignal times(int least, int most, boolean amplification) {
    return new ProbeSignal(probe, part, least, most, amplification, constitutional);
  }
}
