package org.karyon.reading.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.karyon.chart.resource.Condition;
import org.karyon.facts.Evidence;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * Reads leukemia outside blood and marrow: as a problem, as a result of the cerebrospinal fluid, or
 * as a result that names it (L98, L224, I-19).
 */
public final class ExtramedullaryReader {

  private final Codings codings;
  private final List<String> names;
  private final List<String> cells;
  private final List<String> seen;
  private final List<String> notSeen;
  private final List<String> notThis;
  private final List<String> notThisBefore;
  private final List<String> doubts;

  public ExtramedullaryReader(Codings codings) {
    Terminology terminology = codings.terminology();
    this.codings = codings;
    this.names = terminology.phrases(PhraseList.EXTRAMEDULLARY_LEUKEMIA);
    this.cells = terminology.phrases(PhraseList.LEUKEMIC_CELLS);
    this.seen = terminology.phrases(PhraseList.LEUKEMIC_CELLS_SEEN);
    this.notSeen = terminology.phrases(PhraseList.LEUKEMIC_CELLS_NOT_SEEN);
    this.notThis =
        Stream.concat(
                terminology.phrases(PhraseList.NOT_THIS_DISEASE).stream(),
                terminology.phrases(PhraseList.NOT_EXTRAMEDULLARY_LEUKEMIA).stream())
            .toList();
    this.notThisBefore = terminology.phrases(PhraseList.NOT_THIS_DISEASE_BEFORE_ITS_NAME);
    this.doubts = terminology.phrases(PhraseList.DOUBT);
  }

  public ExtramedullaryDisease read(List<Condition> conditions, List<Result> results) {
    List<Evidence> shown = new ArrayList<>();
    List<Evidence> excluded = new ArrayList<>();
    List<Evidence> unreadable = new ArrayList<>();
    conditions.stream().filter(this::isShown).map(Conditions::evidence).forEach(shown::add);
    for (Result result : results) {
      if (result.isFinal() && isAbout(result)) {
        answer(result)
            .ifPresentOrElse(
                present -> (present ? shown : excluded).add(result.evidence()),
                () -> unreadable.add(result.evidence()));
      }
    }
    return new ExtramedullaryDisease(shown, excluded, unreadable);
  }

  private boolean isShown(Condition condition) {
    return names(condition)
        && Conditions.isCurrent(condition)
        && !Conditions.isDenied(condition)
        && !Conditions.isSuspected(condition)
        && (isCoded(condition) || !Words.of(Codings.allWords(condition.code())).containAny(doubts));
  }

  private boolean isCoded(Condition condition) {
    return codings.areAny(condition.code(), ConceptGroup.EXTRAMEDULLARY_LEUKEMIA);
  }

  /** Whether a problem names it, however sure that is. */
  public boolean names(Condition condition) {
    Words words = Words.of(Codings.allWords(condition.code()));
    return isCoded(condition)
        || (words.containAny(names)
            && !words.containAny(notThis)
            && !words.before(names).containAny(notThisBefore));
  }

  private boolean isAbout(Result result) {
    boolean fluid = result.specimen() == Result.Specimen.CEREBROSPINAL_FLUID;
    Words value = Words.of(result.value().shows());
    return (fluid && (result.name().containAny(cells) || value.containAny(cells)))
        || result.name().containAny(names);
  }

  /** Cells are seen where words say so that are no part of a denial. */
  private boolean isSeen(String text) {
    String left = ' ' + Words.normal(text) + ' ';
    for (String denial : notSeen) {
      left = left.replace(Words.phrase(denial), " | ");
    }
    return seen.stream().map(Words::phrase).anyMatch(left::contains);
  }

  /** Any leukemic cell is disease; words are understood before a number or a code. */
  private Optional<Boolean> answer(Result result) {
    Words value = Words.of(result.value().shows());
    boolean no = value.containAny(notSeen);
    boolean yes = isSeen(result.value().shows());
    if (yes != no) {
      return Optional.of(yes);
    }
    if (result.number().isPresent()) {
      boolean counted = result.name().containAny(cells);
      boolean exact = result.number().get().comparator().isEmpty();
      BigDecimal number = result.number().get().number();
      return counted && exact ? Optional.of(number.signum() > 0) : Optional.empty();
    }
    return result
        .answer()
        .flatMap(
            answer ->
                switch (answer) {
                  case PRESENT -> Optional.of(true);
                  case ABSENT -> Optional.of(false);
                  case INDETERMINATE -> Optional.<Boolean>empty();
                });
  }
}
