package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.List;
import org.karyon.iscn.model.Arm;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;

/** Which stretches of its chromosomes a rearranged chromosome has lost. */
final class LostSegments {

  private LostSegments() {}

  /** The lost stretches; a doubtful one is marked uncertain. */
  static List<Breakpoint> of(StructuralChange change, BalancedRearrangements balanced) {
    List<Breakpoint> lost = new ArrayList<>(2);
    for (Rearrangement rearrangement : change.chain()) {
      if (!rearrangement.detailed()) {
        add(change, rearrangement, balanced, lost);
      }
    }
    return lost;
  }

  private static void add(
      StructuralChange change,
      Rearrangement rearrangement,
      BalancedRearrangements balanced,
      List<Breakpoint> lost) {
    switch (rearrangement.operation()) {
      case DELETION -> deletion(rearrangement.breakpoints(), lost);
      case ADDITION, ISODICENTRIC, RING, DICENTRIC, TRICENTRIC ->
          rearrangement.breakpoints().forEach(point -> lost.add(distal(point)));
      case ISOCHROMOSOME, ISODERIVATIVE ->
          rearrangement.breakpoints().forEach(point -> lost.add(otherArm(point)));
      case DERIVATIVE ->
          rearrangement.breakpoints().stream()
              .filter(point -> point.band().isWholeArm())
              .forEach(point -> lost.add(otherArm(point)));
      case TRANSLOCATION -> translocation(change, rearrangement, balanced, lost);
      case DUPLICATION, TRIPLICATION, QUADRUPLICATION, INVERSION, INSERTION, ROBERTSONIAN -> {}
      case RECOMBINANT, TELOMERIC_ASSOCIATION, FRAGILE_SITE, FISSION, NEOCENTROMERE -> {}
      case HOMOGENEOUSLY_STAINING_REGION, AMPLIFICATION, CHROMOTHRIPSIS, COMPLEX, UNCLEAR -> {}
    }
  }

  private static void deletion(List<Breakpoint> points, List<Breakpoint> lost) {
    if (points.size() == 1) {
      lost.add(distal(points.getFirst()));
    } else if (points.size() == 2) {
      Breakpoint one = points.getFirst();
      Breakpoint two = points.get(1);
      if (one.band().arm() == two.band().arm()) {
        lost.add(between(one, two));
      } else {
        points.forEach(point -> lost.add(proximal(point)));
      }
    }
  }

  /** A derivative without its partners has lost what lies beyond its breakpoint. */
  private static void translocation(
      StructuralChange change,
      Rearrangement exchange,
      BalancedRearrangements balanced,
      List<Breakpoint> lost) {
    boolean derivative = change.operation() == Operation.DERIVATIVE;
    if (!derivative || balanced.covers(exchange)) {
      return;
    }
    for (Breakpoint point : exchange.breakpoints()) {
      if (change.head().names(point.chromosome())) {
        lost.add(distal(point));
      }
    }
  }

  private static Breakpoint distal(Breakpoint point) {
    Band band = point.band();
    boolean uncertain = band.uncertain() || band.arm() == Arm.UNSTATED;
    return new Breakpoint(
        point.chromosome(), new Band(band.arm(), band.from(), Band.ARM_END, uncertain));
  }

  private static Breakpoint proximal(Breakpoint point) {
    Band band = point.band();
    return new Breakpoint(point.chromosome(), new Band(band.arm(), 0, band.to(), band.uncertain()));
  }

  private static Breakpoint between(Breakpoint one, Breakpoint two) {
    Band a = one.band();
    Band b = two.band();
    boolean uncertain = a.uncertain() || b.uncertain();
    Band span =
        new Band(a.arm(), Math.min(a.from(), b.from()), Math.max(a.to(), b.to()), uncertain);
    return new Breakpoint(one.chromosome(), span);
  }

  /** An isochromosome keeps two copies of the arm it names and loses the other. */
  private static Breakpoint otherArm(Breakpoint point) {
    Band band = point.band();
    boolean uncertain = band.arm() == Arm.UNSTATED;
    return new Breakpoint(
        point.chromosome(), new Band(band.arm().opposite(), 0, Band.ARM_END, uncertain));
  }
}
