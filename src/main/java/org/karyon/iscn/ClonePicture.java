package org.karyon.iscn;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.iscn.model.Abnormality;
import org.karyon.iscn.model.Arm;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.model.StructuralChange;
import org.karyon.iscn.report.ChromosomeCopies;
import org.karyon.iscn.report.ChromosomeCopies.Break;

/** What a picture of a clone's chromosomes needs: copies and breaks, inherited ones too. */
final class ClonePicture {

  private static final double BAND = 1_000;

  private ClonePicture() {}

  static List<ChromosomeCopies> of(Clone clone) {
    List<ChromosomeCopies> picture = new ArrayList<>(Chromosome.INDEXES);
    for (Chromosome chromosome : Chromosome.values()) {
      if (chromosome.isKnown()) {
        picture.add(
            new ChromosomeCopies(
                chromosome.label(), clone.copies().of(chromosome), breaks(clone, chromosome)));
      }
    }
    return List.copyOf(picture);
  }

  private static List<Break> breaks(Clone clone, Chromosome chromosome) {
    Set<Break> breaks = new LinkedHashSet<>();
    for (Abnormality change : clone.changes()) {
      if (change instanceof StructuralChange structure) {
        for (Rearrangement rearrangement : structure.chain()) {
          for (Breakpoint point : rearrangement.breakpoints()) {
            if (point.chromosome() == chromosome && point.band().arm() != Arm.UNSTATED) {
              breaks.add(at(point.band(), rearrangement.operation().keyword()));
            }
          }
        }
      }
    }
    return List.copyOf(breaks);
  }

  private static Break at(Band band, String operation) {
    boolean longArm = band.arm() == Arm.LONG;
    String number = Double.toString(band.from() / BAND).replaceFirst("\\.0$", "");
    return new Break(longArm, (longArm ? "q" : "p") + number, band.from() / BAND, operation);
  }
}
