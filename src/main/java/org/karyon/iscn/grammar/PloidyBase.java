package org.karyon.iscn.grammar;

import java.util.List;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.CopyNumbers;
import org.karyon.iscn.model.SexChromosomes;
import org.karyon.iscn.model.WrittenClone;
import org.karyon.iscn.report.CountRange;

/**
 * Chooses the ploidy level a clone's signs are relative to: the one at which its list adds up.
 *
 * <p>The rule "n up to 34, 2n from 35 to 57" has too many exceptions in leukemia to be trusted, so
 * all levels are tried (58-67 chromosomes are usually written against 2n, 35-39 against n).
 */
final class PloidyBase {

  private static final int[] LEVELS = {2, 1, 3, 4};
  private static final int HIGHEST_HAPLOID = 34;
  private static final int HIGHEST_WRITTEN_AGAINST_HAPLOID = 43;
  private static final int LOWEST_WRITTEN_AGAINST_TRIPLOID = 50;
  private static final int LOWEST_WRITTEN_AGAINST_TETRAPLOID = 65;

  private final WrittenClone written;
  private final CountRange declared;
  private CopyNumbers best;
  private int bestPloidy;
  private int bestDistance = Integer.MAX_VALUE;

  private PloidyBase(WrittenClone written, CountRange declared) {
    this.written = written;
    this.declared = declared;
    this.best = CopyNumbers.level(2, written.sex(), 2).with(written.items());
    this.bestPloidy = 2;
  }

  /** A ploidy level and the copies it leads to. */
  record Choice(int ploidy, CopyNumbers copies) {}

  static Choice choose(WrittenClone written) {
    if (written.count().isEmpty()) {
      CopyNumbers diploid = CopyNumbers.level(2, written.sex(), 2);
      return new Choice(2, diploid.with(written.items()));
    }
    PloidyBase base = new PloidyBase(written, written.count().get());
    base.tryLevels();
    return new Choice(base.bestPloidy, base.best);
  }

  private void tryLevels() {
    if (written.ploidyTag() > 0) {
      tryLevel(written.ploidyTag());
    } else if (written.incomplete()) {
      tryLevel(levelOfIncomplete());
    } else {
      for (int level : LEVELS) {
        if (isPlausible(level)) {
          tryLevel(level);
        }
      }
      if (declared.low() > 110) {
        tryLevel(Math.round(declared.low() / 23f));
      }
    }
  }

  /** Keeps a wrong list from making 46 chromosomes a haploid set with 23 gains. */
  private boolean isPlausible(int level) {
    return switch (level) {
      case 1 -> declared.low() <= HIGHEST_WRITTEN_AGAINST_HAPLOID;
      case 3 -> declared.high() >= LOWEST_WRITTEN_AGAINST_TRIPLOID;
      case 4 -> declared.high() >= LOWEST_WRITTEN_AGAINST_TETRAPLOID;
      default -> true;
    };
  }

  /** What is missing from an incomplete list would only mislead the arithmetic. */
  private int levelOfIncomplete() {
    if (written.sex().number() >= 3 && !written.sex().constitutional()) {
      return written.sex().number();
    }
    return declared.high() <= HIGHEST_HAPLOID ? 1 : 2;
  }

  private void tryLevel(int ploidy) {
    SexChromosomes sex = written.sex();
    tryLevel(ploidy, sex.constitutional() ? sex.number() : Math.max(ploidy, sex.number()));
    if (sex.isStated()) {
      tryLevel(ploidy, sex.number());
    }
  }

  private void tryLevel(int ploidy, int sexChromosomes) {
    List<Abnormality> items = written.items();
    CopyNumbers copies = CopyNumbers.level(ploidy, written.sex(), sexChromosomes).with(items);
    int distance = distance(copies.total(), declared);
    if (distance < bestDistance) {
      bestDistance = distance;
      best = copies;
      bestPloidy = ploidy;
    }
  }

  static int distance(CountRange sum, CountRange declared) {
    if (sum.meets(declared.low(), declared.high())) {
      return 0;
    }
    return sum.low() > declared.high() ? sum.low() - declared.high() : declared.low() - sum.high();
  }
}
