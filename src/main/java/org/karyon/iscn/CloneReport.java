package org.karyon.iscn;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.WrittenClone;
import org.karyon.iscn.report.ChromosomeCopies;
import org.karyon.iscn.report.CountRange;

/**
 * One clone as it was read.
 *
 * @param text the clone as written
 * @param start index of its first character in the given text
 * @param end index after its last character
 * @param role stemline, sideline, clone, normal or donor
 * @param chromosomes the number of chromosomes declared, empty where none is
 * @param ploidyLevel the level its signs are relative to (2 for 2n)
 * @param metaphases the number of metaphases, empty where none is stated
 * @param composite whether the list is a composite (cp)
 * @param incomplete whether further changes could not be read (inc)
 * @param arithmetic whether the changes add up to the number declared
 * @param abnormalities the changes listed in it, inherited ones not repeated
 * @param picture every chromosome with its copies and breaks, inherited ones too
 */
public record CloneReport(
    String text,
    int start,
    int end,
    Role role,
    Optional<CountRange> chromosomes,
    int ploidyLevel,
    OptionalInt metaphases,
    boolean composite,
    boolean incomplete,
    Arithmetic arithmetic,
    List<String> abnormalities,
    List<ChromosomeCopies> picture) {

  /** What a clone is to the others. */
  public enum Role {
    STEMLINE,
    SIDELINE,
    CLONE,
    NORMAL,
    DONOR
  }

  /** Whether the changes add up to the declared number of chromosomes. */
  public enum Arithmetic {
    AGREES,
    DIFFERS,
    NOT_CHECKED
  }

  /** Copies the list. */
  public CloneReport {
    abnormalities = List.copyOf(abnormalities);
    picture = List.copyOf(picture);
  }

  public static CloneReport of(Clone clone, boolean first, String text) {
    WrittenClone written = clone.written();
    return new CloneReport(
        written.span().of(text),
        written.span().start(),
        written.span().end(),
        role(clone, first),
        written.count(),
        clone.ploidy(),
        written.cells().metaphases(),
        written.cells().composite(),
        written.incomplete(),
        Arithmetic.valueOf(clone.arithmetic().name()),
        written.items().stream().map(item -> item.notation().span().of(text)).toList(),
        ClonePicture.of(clone));
  }

  private static Role role(Clone clone, boolean first) {
    if (clone.written().donor()) {
      return Role.DONOR;
    }
    if (clone.isNormal()) {
      return Role.NORMAL;
    }
    if (first) {
      return Role.STEMLINE;
    }
    return clone.written().reference().refers() ? Role.SIDELINE : Role.CLONE;
  }
}
