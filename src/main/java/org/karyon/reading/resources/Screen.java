package org.karyon.reading.resources;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.Quantity;
import org.karyon.chart.resource.Value;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.Lesion.LesionPart;
import org.karyon.guideline.Lesion.LesionTest;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.WorkUpItem;
import org.karyon.reading.words.PhraseIndex;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Says of a number who can use it: most of a record are counts of the blood, which only the work-up
 * and few readers ask for, and measurements that this guideline never speaks of.
 *
 * <p>It speaks of nothing but plain numbers that carry no remark and no parts, and only where
 * neither the name nor the unit holds a word that any reader knows. Everything else is for every
 * reader. A test compares what is read with it and without it.
 */
public final class Screen {

  /** Who can use a number. */
  enum Use {
    /** Nobody: no code and no word of its name is known. */
    NONE,
    /** The work-up, and those readers who ask for it by its concept. */
    COUNT,
    /** Every reader. */
    ANY
  }

  /** The lists that name a test: a new name of one is known here too. */
  private static final List<PhraseList> NAMES_OF_TESTS =
      List.of(
          PhraseList.TOPICS_OF_NUMBERS,
          PhraseList.GENETIC_TESTS,
          PhraseList.BANDING_STUDIES,
          PhraseList.STUDIES_WITH_PROBES,
          PhraseList.LISTS_OF_GENETIC_FINDINGS,
          PhraseList.NAMES_OF_NOTATION,
          PhraseList.TESTS_OF_TRANSCRIPTS,
          PhraseList.NAMES_OF_TRANSCRIPTS,
          PhraseList.NAMES_OF_RESIDUAL_DISEASE,
          PhraseList.FLOW_CYTOMETRY_BY_NAME,
          PhraseList.MOLECULAR_ASSAYS,
          PhraseList.SEQUENCING_OF_CLONES,
          PhraseList.REACH_OF_AN_ASSAY,
          PhraseList.NAMES_OF_IMMUNOPHENOTYPES,
          PhraseList.NAMES_OF_KARNOFSKY,
          PhraseList.COUNTS_OF_BLASTS,
          PhraseList.NAME_OF_DISEASE_STATUS,
          PhraseList.SPECIMENS_OF_FLUID,
          PhraseList.SPECIMENS_OF_MARROW);

  private final PhraseIndex<String> known = new PhraseIndex<>();
  private final PhraseIndex<PhraseList> topics = new PhraseIndex<>();
  private final Set<String> counts = new HashSet<>();
  private final boolean screening;
  private List<String> tellingUnits = List.of();

  private Screen(boolean screening) {
    this.screening = screening;
  }

  /** Knows what the guideline and the readers know. */
  public static Screen of(Guideline guideline) {
    Screen screen = new Screen(true);
    Terminology terminology = guideline.terminology();
    for (PhraseList names : NAMES_OF_TESTS) {
      screen.topics.add(names, terminology.phrases(names));
    }
    screen.tellingUnits = List.copyOf(terminology.phrases(PhraseList.TELLING_UNITS));
    guideline.terminology().concepts().forEach(c -> screen.known.add(c.id(), c.names()));
    guideline.lesions().forEach(screen::knows);
    guideline.workUp().values().forEach(screen::knows);
    guideline.lesions().forEach(screen::isNoCount);
    for (Orderable orderable : guideline.orderables().values()) {
      screen.known.add(orderable.id(), List.of(orderable.text()));
    }
    return screen;
  }

  /** Keeps everything for every reader; what is read must be the same. */
  public static Screen open() {
    return new Screen(false);
  }

  private void knows(Lesion lesion) {
    String id = lesion.fact().id();
    known.add(id, lesion.names());
    known.add(id, lesion.fishNames());
    known.add(id, lesion.shownBy());
    for (LesionPart part : lesion.parts()) {
      known.add(id, part.names());
    }
  }

  private void isNoCount(Lesion lesion) {
    for (LesionTest test : lesion.tests()) {
      counts.remove(test.concept());
    }
  }

  private void knows(WorkUpItem item) {
    known.add(item.id(), item.named());
    if (item.counts() instanceof WorkUpItem.Recency.DaysBeforeTreatment) {
      counts.addAll(item.doneBy());
      item.orAllOf().forEach(counts::addAll);
    }
  }

  /** Who can use a number of this name. */
  Use of(Set<String> concepts, Words name) {
    if (!screening || topics.isAnyIn(name)) {
      return Use.ANY;
    }
    if (concepts.isEmpty()) {
      return known.isAnyIn(name) ? Use.ANY : Use.NONE;
    }
    return counts.containsAll(concepts) ? Use.COUNT : Use.ANY;
  }

  /** Whether an Observation is nothing but a number. */
  boolean isPlain(Observation observation, Use use) {
    return use != Use.ANY && isPlain(observation);
  }

  private boolean isPlain(Observation observation) {
    return observation.value() instanceof Value.Measured measured
        && observation.components().isEmpty()
        && observation.notes().isEmpty()
        && observation.method().isEmpty()
        && observation.focus().isEmpty()
        && observation.members().isEmpty()
        && !isTelling(measured.quantity());
  }

  private boolean isTelling(Quantity quantity) {
    return isTelling(quantity.unit()) || isTelling(quantity.code());
  }

  private boolean isTelling(String unit) {
    for (int at = 0; at < unit.length(); at++) {
      for (String telling : tellingUnits) {
        if (unit.regionMatches(true, at, telling, 0, telling.length())) {
          return true;
        }
      }
    }
    return false;
  }
}
