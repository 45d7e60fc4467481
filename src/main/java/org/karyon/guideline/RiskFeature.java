package org.karyon.guideline;

import java.util.List;
import java.util.Set;
import org.karyon.facts.Fact;
import org.karyon.facts.Lineage;
import org.karyon.facts.Presence;

/**
 * A genetic feature that the source weighs.
 *
 * @param id the id on the wire
 * @param fact the fact that carries it
 * @param weight which way it weighs
 * @param name the words on a card
 * @param lineages the lineages in which it occurs; only there is it listed as untested (I-15)
 * @param citation the source lines
 * @param interpretations the interpretations that its reading rests on
 * @param explainedBy facts, any of which explains the clone so that this feature does not count;
 *     empty for none
 * @param explainedInKaryotypesBy features of a karyotype that explain it as well and are no facts
 */
public record RiskFeature(
    String id,
    Fact<Presence> fact,
    Weight weight,
    String name,
    Set<Lineage> lineages,
    Citation citation,
    List<String> interpretations,
    List<Fact<Presence>> explainedBy,
    List<String> explainedInKaryotypesBy) {

  /** Which way a feature weighs; the last two only describe another feature. */
  public enum Weight {
    /** Makes the group favorable. */
    FAVORABLE("favorable"),
    /** Makes the group poor. */
    POOR("poor"),
    /** Strengthens a favorable feature and decides nothing alone. */
    STRENGTHENS_FAVORABLE("strengthens-favorable"),
    /** Names a poor feature more closely and decides nothing alone. */
    NAMES_POOR("names-poor");

    private final String id;

    Weight(String id) {
      this.id = id;
    }

    /**
     * The weight as the risk file writes it.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }
}
