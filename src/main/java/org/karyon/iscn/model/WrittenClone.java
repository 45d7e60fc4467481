package org.karyon.iscn.model;

import java.util.List;
import java.util.Optional;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.text.Span;

/**
 * A clone as it is written, before references to other clones are resolved.
 *
 * @param span where it stands
 * @param head where its number and sex chromosomes or reference stand
 * @param count number of chromosomes, empty where none is given
 * @param countDoubtful whether a question mark precedes the number
 * @param ploidyTag the level in {@code <3n>}, 0 where none is given
 * @param sex the sex chromosomes
 * @param reference the clone it starts from
 * @param stem the clone in parentheses of {@code 73(36,...)x2}
 * @param items the changes listed
 * @param incomplete whether further changes could not be read (inc)
 * @param cells the metaphases
 * @param donor whether it belongs to the donor of a transplant
 * @param fullyRead whether every part was understood
 */
public record WrittenClone(
    Span span,
    Span head,
    Optional<CountRange> count,
    boolean countDoubtful,
    int ploidyTag,
    SexChromosomes sex,
    CloneReference reference,
    Optional<WrittenClone> stem,
    List<Abnormality> items,
    boolean incomplete,
    CellCount cells,
    boolean donor,
    boolean fullyRead) {

  /** Whether anything of a clone was understood beyond a bare number. */
  public boolean isReadable() {
    boolean described = sex.isStated() || reference.refers() || stem.isPresent() || incomplete;
    return !items.isEmpty() || (count.isPresent() && described);
  }
}
