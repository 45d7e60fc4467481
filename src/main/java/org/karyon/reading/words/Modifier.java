package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands beside an answer: how much was found, the laboratory's limit, the reach of the assay,
 * and the method.
 *
 * @param found shares that were found
 * @param alleles shares of alleles that carry a variant
 * @param examined numbers of cells that were looked at
 * @param limits the laboratory's cut-offs and reference ranges
 * @param reach how far down the assay sees
 * @param at a share behind "at", which is a level in a yes and the reach in a no
 * @param below whether the text says that the cut-off was not reached
 * @param banding whether it names banding or metaphases
 * @param molecular whether it names another method
 */
record Modifier(
    List<WordedAmount> found,
    List<WordedAmount> alleles,
    List<WordedAmount> examined,
    List<WordedAmount> limits,
    List<WordedAmount> reach,
    List<WordedAmount> at,
    boolean below,
    boolean banding,
    boolean molecular) {

  static final Modifier NONE = told(Place.FOUND, List.of(), false);

  /** Which of the amounts one is. */
  private enum Place {
    FOUND,
    ALLELES,
    EXAMINED,
    LIMITS,
    REACH,
    AT
  }

  static Modifier found(WordedAmount amount) {
    return told(Place.FOUND, List.of(amount), false);
  }

  static Modifier alleles(WordedAmount amount) {
    return told(Place.ALLELES, List.of(amount), false);
  }

  static Modifier examined(WordedAmount amount) {
    return told(Place.EXAMINED, List.of(amount), false);
  }

  static Modifier limit(Optional<WordedAmount> amount, boolean below) {
    return told(Place.LIMITS, amount.stream().toList(), below);
  }

  static Modifier reach(Optional<WordedAmount> amount) {
    return told(Place.REACH, amount.stream().toList(), false);
  }

  static Modifier at(WordedAmount amount) {
    return told(Place.AT, List.of(amount), false);
  }

  static Modifier method(boolean banding, boolean molecular) {
    return new Modifier(
        List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), false, banding,
        molecular);
  }

  private static Modifier told(Place place, List<WordedAmount> amounts, boolean below) {
    return new Modifier(
        place == Place.FOUND ? amounts : List.of(),
        place == Place.ALLELES ? amounts : List.of(),
        place == Place.EXAMINED ? amounts : List.of(),
        place == Place.LIMITS ? amounts : List.of(),
        place == Place.REACH ? amounts : List.of(),
        place == Place.AT ? amounts : List.of(),
        below,
        false,
        false);
  }

  Modifier and(Modifier other) {
    return new Modifier(
        both(found, other.found),
        both(alleles, other.alleles),
        both(examined, other.examined),
        both(limits, other.limits),
        both(reach, other.reach),
        both(at, other.at),
        below || other.below,
        banding || other.banding,
        molecular || other.molecular);
  }

  private static List<WordedAmount> both(List<WordedAmount> one, List<WordedAmount> other) {
    return one.isEmpty()
        ? other
        : new ArrayList<>(Stream.concat(one.stream(), other.stream()).toList());
  }
}
