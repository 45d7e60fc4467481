package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.CloneReference;
import org.karyon.iscn.model.CopyNumbers;
import org.karyon.iscn.model.WrittenClone;
import org.karyon.iscn.text.ReadingLog;

/** Resolves idem, sl and sdl: a clone gets the changes of the clone it refers to. */
final class CloneExpansion {

  static final int MOST_CHANGES = 500;

  private final ReadingLog log;
  private final List<Clone> clones = new ArrayList<>();

  private CloneExpansion(ReadingLog log) {
    this.log = log;
  }

  static List<Clone> expand(List<WrittenClone> written, ReadingLog log) {
    CloneExpansion expansion = new CloneExpansion(log);
    for (WrittenClone clone : written) {
      expansion.clones.add(expansion.expand(clone));
    }
    return List.copyOf(expansion.clones);
  }

  private Clone expand(WrittenClone written) {
    if (written.stem().isPresent()) {
      return derived(written, independent(written.stem().get()), 2);
    }
    CloneReference reference = written.reference();
    if (!reference.refers()) {
      return independent(written);
    }
    if (clones.isEmpty()) {
      log.warn("no clone stands before this reference", written.head());
      return independent(written);
    }
    Clone byRule = derived(written, base(reference), reference.multiplier());
    return byRule.arithmetic() == Clone.Arithmetic.DIFFERS ? nearer(written, byRule) : byRule;
  }

  private Clone base(CloneReference reference) {
    return switch (reference.base()) {
      case NONE, FIRST -> clones.getFirst();
      case PREVIOUS -> clones.getLast();
      case SIDELINE ->
          reference.number() < clones.size() ? clones.get(reference.number()) : clones.getLast();
    };
  }

  /** Some laboratories write idem for the clone just before; the number of chromosomes tells. */
  private Clone nearer(WrittenClone written, Clone byRule) {
    Clone byPosition = derived(written, clones.getLast(), written.reference().multiplier());
    if (byPosition.arithmetic() != Clone.Arithmetic.AGREES) {
      return byRule;
    }
    log.warn("read as a change of the clone before it, which adds up", written.head());
    return byPosition;
  }

  private static Clone independent(WrittenClone written) {
    PloidyBase.Choice choice = PloidyBase.choose(written);
    return new Clone(
        written,
        written.count().orElse(choice.copies().total()),
        choice.ploidy(),
        written.items(),
        choice.copies(),
        arithmetic(written, choice.copies()),
        Optional.empty());
  }

  private static Clone derived(WrittenClone written, Clone base, int multiplier) {
    CopyNumbers copies = base.copies().times(multiplier).with(written.items());
    // A clone with its own stem of a stem counts as doubled too.
    Optional<Clone> stem = multiplier > 1 ? Optional.of(base) : base.stem();
    return new Clone(
        written,
        written.count().orElse(copies.total()),
        base.ploidy() * multiplier,
        Cancellation.merged(base.changes(), written.items()),
        copies,
        arithmetic(written, copies),
        stem);
  }

  private static Clone.Arithmetic arithmetic(WrittenClone written, CopyNumbers copies) {
    boolean checked =
        written.count().isPresent()
            && written.fullyRead()
            && !written.incomplete()
            && !written.cells().composite()
            && !written.countDoubtful();
    if (!checked) {
      return Clone.Arithmetic.NOT_CHECKED;
    }
    int distance = PloidyBase.distance(copies.total(), written.count().get());
    return distance == 0 ? Clone.Arithmetic.AGREES : Clone.Arithmetic.DIFFERS;
  }
}
