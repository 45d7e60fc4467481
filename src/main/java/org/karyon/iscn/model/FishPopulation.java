package org.karyon.iscn.model;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.karyon.iscn.text.Span;

/**
 * Cells that show one pattern of FISH signals.
 *
 * @param signals the signals of each probe
 * @param links fusions and splits
 * @param percent the share of the nuclei, where it is stated
 * @param examined how many nuclei were examined, where it is stated
 * @param target what was looked at
 * @param span where the pattern stands in the text
 */
public record FishPopulation(
    List<ProbeSignal> signals,
    List<ProbeLink> links,
    OptionalDouble percent,
    OptionalInt examined,
    Target target,
    Span span) {

  /** What the signals were counted on. */
  public enum Target {
    /** Interphase nuclei: all signals of a cell. */
    NUCLEI,
    /** Whole metaphases: all signals of a cell, or just their presence. */
    METAPHASES,
    /** One rearranged chromosome: a plus sign for every signal on it. */
    CHROMOSOME
  }

  public boolean shows(String probe) {
    return signals.stream().anyMatch(signal -> signal.probe().equals(probe));
  }

  /** The same pattern as a share of all nuclei of its hybridisation. */
  public FishPopulation among(int nuclei, int all) {
    OptionalDouble share = OptionalDouble.of(100.0 * nuclei / all);
    return new FishPopulation(signals, links, share, OptionalInt.of(all), target, span);
  }
}
