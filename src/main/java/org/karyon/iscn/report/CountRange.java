package org.karyon.iscn.report;

/**
 * A number of chromosomes as the text gives it, from {@code low} to {@code high}.
 *
 * @param low smallest number
 * @param high largest number, the same as {@code low} where the text gives one number
 */
public record CountRange(int low, int high) {

  public static CountRange of(int number) {
    return new CountRange(number, number);
  }

  public boolean isOneNumber() {
    return low == high;
  }

  public boolean within(int least, int most) {
    return low >= least && high <= most;
  }

  public boolean meets(int least, int most) {
    return low <= most && high >= least;
  }

  public CountRange minus(int number) {
    return new CountRange(low - number, high - number);
  }

  public CountRange join(CountRange other) {
    return new CountRange(Math.min(low, other.low), Math.max(high, other.high));
  }
}
