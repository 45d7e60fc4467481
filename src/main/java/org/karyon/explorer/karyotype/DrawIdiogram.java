package org.karyon.explorer.karyotype;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.explorer.karyotype.ChromosomeLengths.Arms;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.report.ChromosomeCopies;
import org.karyon.iscn.report.CountRange;

/**
 * Draws the chromosomes of a clone: each copy a rod with its waist, copies beyond the clone's level
 * as gained, missing ones as outlines, breaks as lines. Within an arm a band lies where its number
 * lies between the centromere and the outermost band.
 */
final class DrawIdiogram {

  private static final int IN_A_ROW = 12;
  private static final int COLUMN = 80;
  private static final int ROD = 11;
  private static final int GAP = 4;
  private static final int MOST_RODS = 6;
  private static final double SCALE = 0.62;
  private static final int TOP = 10;
  private static final int ROW = 210;
  private static final double FIRST_BAND = 10;
  private static final int WAIST = 84;

  private final ChromosomeLengths lengths = new ChromosomeLengths();

  Idiogram of(CloneReport clone, int number) {
    List<Idiogram.Column> columns = new ArrayList<>();
    Set<String> gained = new LinkedHashSet<>();
    Set<String> lost = new LinkedHashSet<>();
    Set<String> broken = new LinkedHashSet<>();
    int index = 0;
    for (ChromosomeCopies copies : clone.picture()) {
      int x = (index % IN_A_ROW) * COLUMN;
      int y = (index / IN_A_ROW) * ROW;
      int level = level(copies, clone.picture(), clone.ploidyLevel());
      lengths
          .of(copies.chromosome())
          .map(arms -> column(copies, arms, level, x, y))
          .ifPresent(columns::add);
      tell(copies, level, gained, lost, broken);
      index++;
    }
    String title =
        "Clone %d, %s%s"
            .formatted(
                number,
                clone.role().name().toLowerCase(Locale.ROOT),
                clone.chromosomes().map(range -> ", " + words(range) + " chromosomes").orElse(""));
    return new Idiogram(title, sentence(gained, lost, broken), columns, 2 * ROW);
  }

  /** Two X, or one X beside a Y, are no change; without a Y both are not told from each other. */
  private static int level(ChromosomeCopies copies, List<ChromosomeCopies> all, int ploidy) {
    boolean hasY = all.stream().anyMatch(c -> c.chromosome().equals("Y") && c.copies().high() > 0);
    return switch (copies.chromosome()) {
      case "X" -> hasY ? Math.max(1, ploidy - 1) : ploidy;
      case "Y" -> hasY ? 1 : 0;
      default -> ploidy;
    };
  }

  private static Idiogram.Column column(
      ChromosomeCopies copies, Arms arms, int level, int x, int y) {
    int low = Math.max(0, copies.copies().low());
    int high = Math.max(low, copies.copies().high());
    int shown = Math.min(MOST_RODS, Math.max(level, high));
    int shortArm = (int) Math.round(arms.shortArm() * SCALE);
    int longArm = (int) Math.round(arms.longArm() * SCALE);
    int waist = y + TOP + WAIST;
    int left = x + (COLUMN - shown * ROD - (shown - 1) * GAP) / 2;
    List<Idiogram.Rod> rods = new ArrayList<>();
    for (int rod = 0; rod < shown; rod++) {
      String state = rod >= high ? "lost" : rod >= low ? "open" : rod >= level ? "gained" : "kept";
      rods.add(
          new Idiogram.Rod(
              left + rod * (ROD + GAP), waist - shortArm, waist, shortArm, longArm, state));
    }
    List<Idiogram.Mark> marks = new ArrayList<>();
    for (ChromosomeCopies.Break broken : copies.breaks()) {
      double last = broken.longArm() ? arms.lastLong() : arms.lastShort();
      double share =
          Math.clamp(
              (broken.position() - FIRST_BAND) / Math.max(1, last + 1 - FIRST_BAND), 0.02, 1.0);
      int away = (int) Math.round(share * (broken.longArm() ? longArm : shortArm));
      int end = left + (shown - 1) * (ROD + GAP);
      marks.add(
          new Idiogram.Mark(
              end - 4,
              broken.longArm() ? waist + away : waist - away,
              ROD + 8,
              broken.operation() + " " + copies.chromosome() + broken.band()));
    }
    String state =
        high < level
            ? "lost"
            : low > level ? "gained" : marks.isEmpty() ? low == high ? "kept" : "open" : "broken";
    return new Idiogram.Column(x, y, copies.chromosome(), state, rods, marks);
  }

  private static void tell(
      ChromosomeCopies copies,
      int level,
      Set<String> gained,
      Set<String> lost,
      Set<String> broken) {
    String name = copies.chromosome();
    CountRange range = copies.copies();
    if (range.low() > level) {
      gained.add("%s (%s copies)".formatted(name, words(range)));
    } else if (range.high() < level) {
      lost.add(
          "%s (%s %s left)".formatted(name, words(range), range.high() == 1 ? "copy" : "copies"));
    }
    copies.breaks().forEach(at -> broken.add(name + at.band() + " (" + at.operation() + ")"));
  }

  private static String words(CountRange range) {
    return range.low() == range.high()
        ? Integer.toString(range.low())
        : range.low() + " to " + range.high();
  }

  private static String sentence(Set<String> gained, Set<String> lost, Set<String> broken) {
    String words =
        List.of(said("Gained", gained), said("Lost", lost), said("Rearranged at", broken)).stream()
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "No chromosome is gained, lost or rearranged." : words;
  }

  private static String said(String what, Set<String> names) {
    return names.isEmpty() ? "" : what + ": " + String.join(", ", names) + ".";
  }
}
