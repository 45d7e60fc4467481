package org.karyon.reading.response;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.reading.words.Answer;
import org.karyon.reading.words.ReportLanguage;
import org.karyon.reading.words.ReportReading;
import org.karyon.reading.words.Section;
import org.karyon.reading.words.Share;
import org.karyon.reading.words.Statement;
import org.karyon.reading.words.StatementSubject;
import org.karyon.reading.words.Unread;
import org.karyon.reading.words.WordedAmount;
import org.karyon.reading.words.Words;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * What the words of one result say of residual disease now.
 *
 * @param stated the laboratory's own word; indeterminate where its words are not understood
 * @param found the shares of cells that were found
 * @param reach how far down the assay sees
 * @param quote the words it rests on
 */
record ResidualWords(Optional<Answer> stated, List<Share> found, List<Share> reach, String quote) {

  /**
   * What a text says.
   *
   * @param text the text
   * @param about whether the result is named for residual disease, so that an answer without a
   *     subject speaks of it
   * @param assay whether the result is of an assay in whose reports "residual leukemia" means
   *     residual disease and not morphology
   * @return what it says; empty where it does not speak of residual disease now
   */
  static Optional<ResidualWords> read(
      ReportLanguage language, Terminology terminology, String text, boolean about, boolean assay) {
    return new Telling(terminology, about, assay || about).read(language.read(text));
  }

  private static final class Telling {

    private final Terminology terminology;
    private final boolean about;
    private final boolean assay;
    private final Set<Answer> stated = new LinkedHashSet<>();
    private final List<Share> found = new ArrayList<>();
    private final List<Share> reach = new ArrayList<>();
    private final List<String> quotes = new ArrayList<>();

    Telling(Terminology terminology, boolean about, boolean assay) {
      this.terminology = terminology;
      this.about = about;
      this.assay = assay;
    }

    Optional<ResidualWords> read(ReportReading reading) {
      reading.statements().forEach(this::add);
      boolean open = reading.takenBack() || reading.tooLong();
      boolean doubted = reading.inadequate();
      for (Unread unread : reading.unread()) {
        if (isAbout(unread)) {
          switch (unread.kind()) {
            case TAKEN_BACK, INADEQUATE, DOUBTED, PENDING, EXCEPTION -> {
              open = true;
              quotes.add(unread.quote());
            }
            case NOT_UNDERSTOOD -> {
              doubted = true;
              quotes.add(unread.quote());
            }
            case OF_ANOTHER, GENERAL, EARLIER -> {}
          }
        }
      }
      if (quotes.isEmpty()) {
        return Optional.empty();
      }
      boolean denies =
          stated.contains(Answer.ABSENT)
              || (stated.isEmpty() && found.stream().noneMatch(this::isMuch));
      boolean silent = stated.isEmpty() && found.isEmpty();
      Optional<Answer> said =
          open || (doubted && (denies || silent)) || stated.size() > 1
              ? Optional.of(Answer.INDETERMINATE)
              : stated.stream().findFirst();
      return Optional.of(new ResidualWords(said, found, reach, String.join("; ", quotes)));
    }

    private boolean isMuch(Share share) {
      return share.least().signum() > 0;
    }

    private boolean isAbout(Unread unread) {
      boolean named = unread.names().stream().anyMatch(this::isResidual);
      boolean bare =
          about
              && unread.names().stream().noneMatch(StatementSubject::residual)
              && (unread.kind() != Unread.Kind.NOT_UNDERSTOOD || unread.answers());
      return unread.section() != Section.COMMENT && (named || bare) && !isOfFluid(unread.quote());
    }

    private boolean isOfFluid(String quote) {
      return Words.of(quote).containAny(terminology.phrases(PhraseList.SPECIMENS_OF_FLUID));
    }

    private boolean isResidual(StatementSubject subject) {
      return subject.residual()
          && (assay
              || Words.of(subject.name())
                  .containAny(terminology.phrases(PhraseList.NAMES_OF_RESIDUAL_DISEASE)));
    }

    private void add(Statement statement) {
      boolean unnamed = statement.subjects().isEmpty();
      boolean named = statement.subjects().stream().anyMatch(this::isResidual);
      boolean counts =
          statement.time() == Statement.Time.NOW && statement.section() != Section.COMMENT;
      if (unnamed) {
        shares(statement.beside().reach(), reach);
      }
      if (!counts || !(named || (unnamed && about)) || isOfFluid(statement.quote())) {
        return;
      }
      Statement.Beside beside = statement.beside();
      boolean scaled = beside.found().stream().anyMatch(WordedAmount::international);
      List<WordedAmount> amounts = scaled ? List.of() : beside.found();
      boolean none = !amounts.isEmpty() && amounts.stream().allMatch(WordedAmount::isZero);
      Optional<Answer> said = statement.verdict();
      if (none || (beside.below() && amounts.isEmpty())) {
        said = Optional.of(Answer.ABSENT);
      }
      if (beside.below()) {
        shares(beside.limits(), reach);
      }
      if (statement.suggested() || (scaled && said.isEmpty())) {
        said = Optional.of(Answer.INDETERMINATE);
      }
      boolean empty = said.isEmpty() && amounts.isEmpty();
      if (empty && (unnamed || !beside.reach().isEmpty())) {
        return;
      }
      said.ifPresent(stated::add);
      if (!none) {
        shares(amounts, found);
      }
      if (!unnamed) {
        shares(beside.reach(), reach);
      }
      if (said.filter(Answer.ABSENT::equals).isPresent()) {
        examined(beside);
      }
      quotes.add(statement.quote());
    }

    /** Of a thousand cells none was leukemic: the assay saw one in a thousand. */
    private void examined(Statement.Beside beside) {
      List<BigDecimal> wholes = new ArrayList<>();
      beside.examined().forEach(amount -> wholes.add(amount.number()));
      beside.found().forEach(amount -> amount.whole().ifPresent(wholes::add));
      wholes.stream()
          .filter(whole -> whole.compareTo(BigDecimal.ONE) > 0)
          .map(whole -> BigDecimal.ONE.divide(whole, MathContext.DECIMAL64))
          .forEach(share -> Share.of("", share).ifPresent(reach::add));
    }

    private static void shares(List<WordedAmount> amounts, List<Share> to) {
      amounts.forEach(amount -> amount.share().ifPresent(to::add));
    }
  }
}
