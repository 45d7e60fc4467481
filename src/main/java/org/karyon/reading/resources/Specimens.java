package org.karyon.reading.resources;

import java.util.Set;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/** Where a specimen was taken, by code or by the words around it. */
public final class Specimens {

  private final Terminology terminology;

  public Specimens(Terminology terminology) {
    this.terminology = terminology;
  }

  /** By words alone. */
  public Result.Specimen read(String text) {
    return read(Set.of(), Words.of(text));
  }

  Result.Specimen read(Set<ConceptGroup> groups, String text) {
    return read(groups, Words.of(text));
  }

  Result.Specimen read(Set<ConceptGroup> groups, Words words) {
    if (is(groups, ConceptGroup.CEREBROSPINAL_FLUID, words, PhraseList.SPECIMENS_OF_FLUID)) {
      return Result.Specimen.CEREBROSPINAL_FLUID;
    }
    if (is(groups, ConceptGroup.MARROW, words, PhraseList.SPECIMENS_OF_MARROW)) {
      return Result.Specimen.MARROW;
    }
    if (is(groups, ConceptGroup.BLOOD, words, PhraseList.SPECIMENS_OF_BLOOD)) {
      return words.containAny(terminology.phrases(PhraseList.SPECIMENS_OF_BLOOD_OR_ANOTHER))
          ? Result.Specimen.NOT_STATED
          : Result.Specimen.BLOOD;
    }
    return Result.Specimen.NOT_STATED;
  }

  private boolean is(
      Set<ConceptGroup> groups, ConceptGroup coded, Words words, PhraseList written) {
    return groups.contains(coded) || words.containAny(terminology.phrases(written));
  }
}
