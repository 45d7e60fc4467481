package org.karyon.reading.patient;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.karyon.facts.Amount;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.Lineage;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Presence;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.ParameterId;
import org.karyon.reading.resources.Newest;
import org.karyon.reading.resources.Result;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.AntigenWords;
import org.karyon.reading.words.PhenotypeReports;
import org.karyon.reading.words.Share;
import org.karyon.reading.words.Words;
import org.karyon.terminology.ConceptGroup;
import org.karyon.terminology.PhraseList;

/** Reads CD19, CD20 and CD22 on the blasts, and the lineage where no diagnosis states it. */
public final class ImmunophenotypeReader {

  private static final Pattern PART = Pattern.compile("[.;,\\n\\r]");

  /** An antigen by its codes, where there are any, and by its name. */
  private record Antigen(Optional<ConceptGroup> group, String named) {}

  private static final Antigen CD19 = new Antigen(Optional.empty(), "cd19");
  private static final Antigen CD20 = new Antigen(Optional.of(ConceptGroup.CD20), "cd20");
  private static final Antigen CD22 = new Antigen(Optional.of(ConceptGroup.CD22), "cd22");

  private final Guideline guideline;
  private final BlastPercent share;

  public ImmunophenotypeReader(Guideline guideline) {
    this.guideline = guideline;
    this.share = new BlastPercent(guideline.terminology());
  }

  private List<String> words(PhraseList list) {
    return guideline.terminology().phrases(list);
  }

  public PatientFacts read(PatientFacts facts, List<Result> results) {
    List<Result> newestFirst =
        Newest.first(
            results.stream()
                .filter(result -> !result.has(ConceptGroup.ANTIGENS_ON_ALL_CELLS))
                .toList());
    PhenotypeReports reports = new PhenotypeReports();
    PatientFacts read =
        facts
            .with(Facts.CD20_PERCENT, cd20(newestFirst, reports))
            .with(Facts.CD19, antigen(newestFirst, CD19, reports))
            .with(Facts.CD22, antigen(newestFirst, CD22, reports));
    return read.with(Facts.LINEAGE, lineage(facts.get(Facts.LINEAGE), lineage(newestFirst)));
  }

  /** The problem list comes first; an immunophenotype that says otherwise is shown beside it. */
  private static Finding<Lineage> lineage(Finding<Lineage> stated, Finding<Lineage> phenotype) {
    return switch (stated) {
      case Known<Lineage> known ->
          saysOtherwise(phenotype, known.known())
              ? new Known<>(known.known(), known.evidence(), phenotype.evidence())
              : known;
      case Unknown<Lineage> unknown ->
          unknown.reason() == UnknownReason.CONTRADICTORY ? unknown : phenotype;
    };
  }

  private static boolean saysOtherwise(Finding<Lineage> phenotype, Lineage stated) {
    return switch (phenotype) {
      case Known<Lineage> known -> known.known() != stated;
      case Unknown<Lineage> unknown -> unknown.reason() == UnknownReason.CONTRADICTORY;
    };
  }

  private static boolean isAbout(Result result, Antigen antigen) {
    return antigen.group().filter(result::has).isPresent()
        || (result.concepts().isEmpty() && result.name().contain(antigen.named()));
  }

  /** What the report of a whole immunophenotype says of an antigen. */
  private Optional<AntigenWords> told(Result result, Antigen antigen, PhenotypeReports reports) {
    return !isAbout(result, antigen) && (isPhenotype(result) || isFlow(result))
        ? result.text().flatMap(text -> reports.read(text, antigen.named()))
        : Optional.empty();
  }

  private boolean tells(Result result, Antigen antigen, PhenotypeReports reports) {
    return isAbout(result, antigen) || told(result, antigen, reports).isPresent();
  }

  private boolean isPhenotype(Result result) {
    return result.has(ConceptGroup.IMMUNOPHENOTYPES)
        || result.name().containAny(words(PhraseList.NAMES_OF_IMMUNOPHENOTYPES));
  }

  private boolean isFlow(Result result) {
    return result.name().containAny(words(PhraseList.STUDIES_BY_FLOW_CYTOMETRY));
  }

  private Finding<Amount> cd20(List<Result> results, PhenotypeReports reports) {
    BigDecimal limit = guideline.number(ParameterId.CD20_PERCENT);
    List<Result> about = results.stream().filter(result -> tells(result, CD20, reports)).toList();
    Optional<Result> newest = about.stream().filter(Result::isFinal).findFirst();
    Finding<Amount> percent =
        Newest.of(
            about.stream()
                .filter(Result::isFinal)
                .filter(result -> !isOlder(result, newest.orElse(result)))
                .toList(),
            result ->
                isAbout(result, CD20)
                    ? share.of(result, limit).or(() -> share(words(result), limit))
                    : share(told(result, CD20, reports), limit));
    return orOpen(
        percent,
        about,
        "the result states no percentage of blasts that can be compared with the limit");
  }

  /** A result that speaks of an antigen and answers nothing is shown, and not passed over. */
  private static <V extends FactValue> Finding<V> orOpen(
      Finding<V> read, List<Result> about, String why) {
    boolean stated =
        switch (read) {
          case Known<V> unused -> true;
          case Unknown<V> unknown -> !unknown.evidence().isEmpty();
        };
    if (stated || about.isEmpty()) {
      return read;
    }
    boolean pending = about.stream().noneMatch(Result::isFinal);
    return new Unknown<>(
        pending ? UnknownReason.PENDING : UnknownReason.NOT_INTERPRETABLE,
        why,
        about.stream().map(Result::evidence).toList());
  }

  /** An older share says nothing of now, because antigens are lost under treatment. */
  private static boolean isOlder(Result result, Result newest) {
    return result.date().isPresent()
        && newest.date().isPresent()
        && result.date().get().latest().isBefore(newest.date().get().earliest());
  }

  private Finding<Presence> antigen(
      List<Result> results, Antigen antigen, PhenotypeReports reports) {
    BigDecimal limit = guideline.number(ParameterId.ANTIGEN_POSITIVE_PERCENT);
    List<Result> about =
        results.stream().filter(result -> tells(result, antigen, reports)).toList();
    Finding<Presence> presence =
        Newest.of(
            about.stream().filter(Result::isFinal).toList(),
            result ->
                isAbout(result, antigen)
                    ? share
                        .of(result, limit)
                        .map(
                            percent ->
                                percent.number().compareTo(limit) >= 0
                                    ? Presence.PRESENT
                                    : Presence.ABSENT)
                        .or(() -> said(words(result), limit))
                        .or(() -> result.answer().flatMap(ImmunophenotypeReader::presence))
                    : said(told(result, antigen, reports), limit));
    return orOpen(presence, about, "the result does not say whether the blasts carry the antigen");
  }

  /** A share in words; an antigen that is called negative is on none of the blasts. */
  private static Optional<Amount> share(Optional<AntigenWords> words, BigDecimal limit) {
    return words
        .flatMap(
            said ->
                said.share().isEmpty()
                    ? Optional.of(BigDecimal.ZERO).filter(unused -> said.answer() == Answer.ABSENT)
                    : said.share().flatMap(share -> apart(share, limit.movePointLeft(2))))
        .map(Amount::new);
  }

  /** The share in percent, where it lies on one side of the limit for certain. */
  private static Optional<BigDecimal> apart(Share share, BigDecimal limit) {
    if (share.least().compareTo(limit) >= 0) {
      return Optional.of(share.least().movePointRight(2));
    }
    return share.most().compareTo(limit) < 0
        ? Optional.of(share.most().movePointRight(2))
        : Optional.empty();
  }

  /** "Partial" and "dim" are not negative. */
  private static Optional<Presence> said(Optional<AntigenWords> words, BigDecimal limit) {
    return words.flatMap(
        said ->
            said.share().isEmpty()
                ? presence(said.answer())
                : said.share()
                    .flatMap(share -> apart(share, limit.movePointLeft(2)))
                    .map(
                        percent ->
                            percent.compareTo(limit) >= 0 ? Presence.PRESENT : Presence.ABSENT));
  }

  private static Optional<AntigenWords> words(Result result) {
    return result.interpretation().isPresent()
        ? Optional.empty()
        : result.text().flatMap(AntigenWords::read);
  }

  private static Optional<Presence> presence(Answer answer) {
    return switch (answer) {
      case PRESENT -> Optional.of(Presence.PRESENT);
      case ABSENT -> Optional.of(Presence.ABSENT);
      case INDETERMINATE -> Optional.empty();
    };
  }

  /** The newest that names a lineage; those of one day that name two name none. */
  private Finding<Lineage> lineage(List<Result> results) {
    return Newest.of(
        results.stream().filter(Result::isFinal).toList(),
        result -> {
          boolean phenotype = isPhenotype(result);
          return phenotype || isFlow(result)
              ? lineage(result.value().shows(), phenotype)
              : Optional.empty();
        });
  }

  /**
   * The lineage of the blasts; what a part of a sentence denies, doubts or tells of others names
   * none, and normal T cells are no T lineage.
   */
  private Optional<Lineage> lineage(String text, boolean named) {
    boolean b = false;
    boolean t = false;
    Pattern begins = guideline.terminology().anyOf(PhraseList.PARTS_OF_A_PHENOTYPE);
    for (String clause : PART.split(text, -1)) {
      for (String part : begins.split(clause, -1)) {
        Words words = Words.of(part);
        if (!words.containAny(words(PhraseList.NOT_OF_THE_BLASTS))) {
          b |=
              words.containAny(words(PhraseList.PHENOTYPE_OF_B))
                  || (named && words.contain("b cell"));
          t |=
              words.containAny(words(PhraseList.PHENOTYPE_OF_T))
                  || (named && words.contain("t cell"));
        }
      }
    }
    boolean mixed = Words.of(text).containAny(words(PhraseList.MIXED_LINEAGE));
    return b == t || mixed ? Optional.empty() : Optional.of(b ? Lineage.B : Lineage.T);
  }
}
