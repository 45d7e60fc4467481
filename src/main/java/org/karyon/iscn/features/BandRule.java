package org.karyon.iscn.features;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.karyon.iscn.model.Band;
import org.karyon.iscn.model.BandReader;
import org.karyon.iscn.model.Breakpoint;
import org.karyon.iscn.model.Chromosome;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.model.Rearrangement;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.report.FeatureState;
import org.karyon.iscn.text.TabSeparated;

/**
 * A row of rearrangements.tsv: which breakpoints of one rearrangement show a feature.
 *
 * @param feature the feature shown
 * @param operations the operations it applies to
 * @param bands the bands that must all be breakpoints
 * @param state present, or possible where the bands only suggest it
 * @param recognisedWithoutBands whether the chromosomes alone make it possible
 * @param reading the words for what was read
 */
public record BandRule(
    Feature feature,
    Set<Operation> operations,
    List<Breakpoint> bands,
    FeatureState state,
    boolean recognisedWithoutBands,
    String reading) {

  private static final int COLUMNS = 7;

  public static List<BandRule> all() {
    List<BandRule> rules = new ArrayList<>();
    for (String[] row : TabSeparated.rows("rearrangements.tsv", COLUMNS)) {
      rules.add(
          new BandRule(
              Feature.withId(row[0]),
              operations(row[1]),
              bands(row[2]),
              state(row[3]),
              row[4].equals("yes"),
              row[6].isEmpty() ? row[5] : row[5] + " (" + row[6] + ")"));
    }
    return List.copyOf(rules);
  }

  private static Set<Operation> operations(String column) {
    Set<Operation> operations = EnumSet.noneOf(Operation.class);
    for (String name : column.split(",", -1)) {
      for (Operation operation : Operation.values()) {
        boolean joins = operation.joins() && (name.equals("join") || name.equals("break"));
        boolean breaks =
            name.equals("break")
                && (operation == Operation.ADDITION || operation == Operation.DELETION);
        if (joins || breaks || operation.keyword().equals(name)) {
          operations.add(operation);
        }
      }
    }
    return operations;
  }

  public static FeatureState state(String code) {
    for (FeatureState state : FeatureState.values()) {
      if (state.code().equals(code)) {
        return state;
      }
    }
    throw new IllegalStateException("no such state: " + code);
  }

  private static List<Breakpoint> bands(String column) {
    List<Breakpoint> bands = new ArrayList<>(2);
    for (String part : column.split(";", -1)) {
      bands.add(band(part));
    }
    return List.copyOf(bands);
  }

  /** A band such as 9q34, 8q24.1~q24.2, or a chromosome without a band. */
  public static Breakpoint band(String written) {
    String lower = written.toLowerCase(Locale.ROOT);
    int arm = 0;
    while (arm < lower.length() && lower.charAt(arm) != 'p' && lower.charAt(arm) != 'q') {
      arm++;
    }
    Chromosome chromosome = Chromosome.labelled(written.substring(0, arm));
    List<Band> bands = BandReader.read(written, arm, written.length());
    return new Breakpoint(chromosome, bands.isEmpty() ? Band.NOWHERE : bands.getFirst());
  }

  /** The state a rearrangement gives the feature: present, possible or nothing. */
  FeatureState match(Rearrangement rearrangement) {
    if (!operations.contains(rearrangement.operation())) {
      return FeatureState.NOT_ASSESSABLE;
    }
    if (isChromosomeOnly()) {
      return rearrangement.first() == bands.getFirst().chromosome()
          ? state
          : FeatureState.NOT_ASSESSABLE;
    }
    List<Breakpoint> breakpoints = rearrangement.breakpoints();
    if (breakpoints.isEmpty()) {
      return withoutBands(rearrangement);
    }
    boolean exact = true;
    int used = 0;
    for (Breakpoint band : bands) {
      int found = touching(band, breakpoints, used);
      if (found < 0) {
        return FeatureState.NOT_ASSESSABLE;
      }
      used |= 1 << found;
      exact &= breakpoints.get(found).band().isExact();
    }
    return exact ? state : FeatureState.POSSIBLE;
  }

  private static int touching(Breakpoint band, List<Breakpoint> breakpoints, int used) {
    int inexact = -1;
    for (int i = 0; i < breakpoints.size() && i < Integer.SIZE - 1; i++) {
      if ((used & 1 << i) == 0 && breakpoints.get(i).touches(band)) {
        if (breakpoints.get(i).band().isExact()) {
          return i;
        }
        inexact = i;
      }
    }
    return inexact;
  }

  private boolean isChromosomeOnly() {
    return bands.size() == 1 && bands.getFirst().band().equals(Band.NOWHERE);
  }

  private FeatureState withoutBands(Rearrangement rearrangement) {
    boolean all = recognisedWithoutBands;
    for (Breakpoint band : bands) {
      all = all && rearrangement.names(band.chromosome());
    }
    return all ? FeatureState.POSSIBLE : FeatureState.NOT_ASSESSABLE;
  }
}
