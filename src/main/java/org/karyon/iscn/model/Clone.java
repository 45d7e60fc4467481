package org.karyon.iscn.model;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Ploidy;

/**
 * A clone with everything it inherits from the clone it refers to.
 *
 * @param written the clone as written
 * @param number the number of chromosomes, as declared, else as the list adds up
 * @param ploidy the level its signs are relative to
 * @param changes all changes, inherited ones first, without those that cancel each other
 * @param copies copies by centromere
 * @param arithmetic whether the list adds up to the declared number
 * @param stem the clone it is a doubling of
 */
public record Clone(
    WrittenClone written,
    CountRange number,
    int ploidy,
    List<Abnormality> changes,
    CopyNumbers copies,
    Arithmetic arithmetic,
    Optional<Clone> stem) {

  /** The result of comparing the declared number with the sum of the list. */
  public enum Arithmetic {
    AGREES,
    DIFFERS,
    /** Composite, incomplete or partly unread lists do not have to add up. */
    NOT_CHECKED
  }

  public boolean isDoubled() {
    return stem.isPresent();
  }

  /** Whether at least one change was acquired. */
  public boolean hasAcquiredChange() {
    for (Abnormality change : changes) {
      if (change.acquired()) {
        return true;
      }
    }
    return false;
  }

  /** The number of chromosomes without constitutional gains and losses. */
  public CountRange acquiredNumber() {
    int constitutional = written.sex().constitutionalGain();
    for (Abnormality change : changes) {
      if (!change.acquired()) {
        constitutional += ConstitutionalEffect.of(change);
      }
    }
    return number.minus(constitutional);
  }

  /** Whether it is a normal clone: fully read, nothing acquired, and a full set of 46. */
  public boolean isNormal() {
    return written.fullyRead()
        && !written.incomplete()
        && written.sex().isStated()
        && !isDoubled()
        && !hasAcquiredChange()
        && acquiredNumber().within(Ploidy.DIPLOID, Ploidy.DIPLOID);
  }

  public int metaphases() {
    return written.cells().metaphases().orElse(0);
  }

  public boolean isSingleCell() {
    return written.cells().isStated() && metaphases() == 1;
  }
}
