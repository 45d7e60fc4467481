package org.karyon.reading.words;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * One complete statement of a report.
 *
 * @param subjects what it speaks of; empty where it answers what the result is named for
 * @param verdict the laboratory's own word; empty where only an amount or a finding is given
 * @param suggested whether it is "consistent with" what it speaks of, and no more
 * @param time whether it speaks of this sample or of an earlier one
 * @param beside what stands beside the answer
 * @param concrete whether a finding without a verb is exact enough to be one
 * @param section the part of the report that it stands in
 * @param quote its words
 */
public record Statement(
    List<StatementSubject> subjects,
    Optional<Answer> verdict,
    boolean suggested,
    Time time,
    Beside beside,
    boolean concrete,
    Section section,
    String quote) {

  /** When a statement was true. */
  public enum Time {
    NOW,
    EARLIER
  }

  /**
   * What stands beside an answer.
   *
   * @param found shares that were found
   * @param alleles shares of alleles that carry a variant
   * @param reach how far down the assay sees
   * @param limits the laboratory's cut-offs
   * @param examined numbers of cells that were looked at
   * @param below whether the text says that the cut-off was not reached
   * @param banding whether the method was banding
   * @param molecular whether it was another method, named here or above
   * @param methods the methods that are named, in small letters
   */
  public record Beside(
      List<WordedAmount> found,
      List<WordedAmount> alleles,
      List<WordedAmount> reach,
      List<WordedAmount> limits,
      List<WordedAmount> examined,
      boolean below,
      boolean banding,
      boolean molecular,
      String methods) {}

  /** The same statement, of which nothing can be said for certain. */
  Statement unsure() {
    return new Statement(
        subjects,
        Optional.of(Answer.INDETERMINATE),
        suggested,
        time,
        beside,
        concrete,
        section,
        quote);
  }

  Statement earlier() {
    return new Statement(
        subjects, verdict, suggested, Time.EARLIER, beside, concrete, section, quote);
  }

  /**
   * What it says of a lesion, by its verdict and its amounts together.
   *
   * @param limits how few cells are too few
   * @return the answer; empty where it only names something
   */
  public Optional<Answer> answer(ReportLimits limits) {
    Optional<Answer> said =
        verdict.map(word -> weighed(word, limits)).or(() -> counted(limits.lowLevel()));
    return said.map(
        answer -> answer == Answer.ABSENT && isTooSmall(limits) ? Answer.INDETERMINATE : answer);
  }

  /** Whether fewer cells were looked at than can exclude anything. */
  boolean isTooSmall(ReportLimits limits) {
    BigDecimal fewest = limits.fewestCells();
    return !beside.banding()
        && (beside.examined().stream().anyMatch(count -> count.number().compareTo(fewest) < 0)
            || beside.found().stream()
                .anyMatch(
                    amount ->
                        amount.whole().filter(whole -> whole.compareTo(fewest) < 0).isPresent()));
  }

  private Answer weighed(Answer word, ReportLimits limits) {
    BigDecimal lowLevel = limits.lowLevel();
    boolean none = beside.found().stream().anyMatch(WordedAmount::isZero);
    boolean much =
        beside.found().stream()
            .anyMatch(amount -> !amount.isBelow(lowLevel) && !isUnderLimit(amount));
    return switch (word) {
      case INDETERMINATE -> Answer.INDETERMINATE;
      case ABSENT -> much && !beside.below() ? Answer.INDETERMINATE : Answer.ABSENT;
      case PRESENT -> {
        if (none || beside.below()) {
          yield Answer.ABSENT;
        }
        boolean under = beside.found().stream().anyMatch(this::isUnderLimit);
        boolean little =
            beside.found().stream().anyMatch(amount -> !reaches(amount, lowLevel))
                || beside.alleles().stream().anyMatch(amount -> !reaches(amount, lowLevel));
        boolean few =
            beside.found().isEmpty()
                && beside.examined().stream()
                    .anyMatch(count -> count.number().compareTo(limits.fewestCells()) < 0);
        yield under ? Answer.ABSENT : little || few ? Answer.INDETERMINATE : Answer.PRESENT;
      }
    };
  }

  private static boolean reaches(WordedAmount amount, BigDecimal lowLevel) {
    return amount.share().filter(share -> share.least().compareTo(lowLevel) >= 0).isPresent();
  }

  /** Whether an amount lies under the laboratory's own limit. */
  private boolean isUnderLimit(WordedAmount amount) {
    return beside.limits().stream()
        .flatMap(limit -> limit.share().stream())
        .anyMatch(limit -> amount.isBelow(limit.most()));
  }

  private Optional<Answer> counted(BigDecimal lowLevel) {
    if (beside.found().isEmpty()) {
      boolean rare = beside.alleles().stream().anyMatch(amount -> !reaches(amount, lowLevel));
      return concrete
          ? Optional.of(rare ? Answer.INDETERMINATE : Answer.PRESENT)
          : Optional.empty();
    }
    if (beside.below()
        || beside.found().stream().allMatch(amount -> amount.isZero() || isUnderLimit(amount))) {
      return Optional.of(Answer.ABSENT);
    }
    return Optional.of(
        beside.found().stream().allMatch(amount -> reaches(amount, lowLevel))
            ? Answer.PRESENT
            : Answer.INDETERMINATE);
  }
}
