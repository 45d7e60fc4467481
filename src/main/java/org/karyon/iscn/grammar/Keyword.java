package org.karyon.iscn.grammar;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.karyon.iscn.model.Operation;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/**
 * A word that opens a structural change, such as {@code der} or {@code psu dic} written together.
 *
 * @param word the word in lower case without blanks
 * @param operation what it stands for
 */
record Keyword(String word, Operation operation) {

  private static final List<List<Keyword>> BY_FIRST_LETTER = byFirstLetter();

  private static List<List<Keyword>> byFirstLetter() {
    List<List<Keyword>> byLetter = new ArrayList<>();
    for (char letter = 'a'; letter <= 'z'; letter++) {
      byLetter.add(startingWith(letter));
    }
    return List.copyOf(byLetter);
  }

  private static List<Keyword> startingWith(char letter) {
    List<Keyword> keywords = new ArrayList<>();
    for (Operation operation : Operation.values()) {
      keywords.add(new Keyword(operation.keyword(), operation));
    }
    keywords.add(new Keyword("iso", Operation.ISOCHROMOSOME));
    keywords.add(new Keyword("psudic", Operation.DICENTRIC));
    keywords.add(new Keyword("psuidic", Operation.ISODICENTRIC));
    keywords.add(new Keyword("psutric", Operation.TRICENTRIC));
    keywords.add(new Keyword("derdic", Operation.DICENTRIC));
    keywords.add(new Keyword("derrob", Operation.ROBERTSONIAN));
    keywords.add(new Keyword("dicr", Operation.DICENTRIC));
    keywords.add(new Keyword("invdup", Operation.DUPLICATION));
    keywords.add(new Keyword("dirdup", Operation.DUPLICATION));
    keywords.add(new Keyword("dirins", Operation.INSERTION));
    keywords.add(new Keyword("invins", Operation.INSERTION));
    keywords.add(new Keyword("trc", Operation.TRICENTRIC));
    keywords.removeIf(keyword -> keyword.word.charAt(0) != letter);
    // The longest word must win: "idic" before "i", "trp" before "t".
    keywords.sort(Comparator.comparingInt((Keyword keyword) -> keyword.word.length()).reversed());
    return List.copyOf(keywords);
  }

  /** The keyword at a place, when what follows it can be its parentheses. */
  static Optional<Keyword> at(SourceText text, int place, int end) {
    char letter = text.lower(place);
    if (place >= end || letter < 'a' || letter > 'z') {
      return Optional.empty();
    }
    for (Keyword keyword : BY_FIRST_LETTER.get(letter - 'a')) {
      if (text.hasWord(keyword.word, place) && keyword.opensAt(text, place, end)) {
        return Optional.of(keyword);
      }
    }
    return Optional.empty();
  }

  private boolean opensAt(SourceText text, int place, int end) {
    int next = place + word.length();
    while (next < end && text.at(next) == '?') {
      next++;
    }
    if (next >= end) {
      return false;
    }
    char c = text.at(next);
    if (c == '(') {
      return true;
    }
    // A lost bracket (del6)(q13q23), add10(q26), t9;22)(q34;q11)) or a stray comma (dic,(9;20)).
    if (word.length() < 3) {
      return closesUnopened(text, next, end);
    }
    return Cursor.isDigit(c) || (c == ',' && next + 1 < end && text.at(next + 1) == '(');
  }

  /** Chromosomes, a closing and an opening parenthesis, as in 9;22)(. */
  private static boolean closesUnopened(SourceText text, int from, int end) {
    int next = from;
    while (next < end && (Cursor.isDigit(text.at(next)) || text.at(next) == ';')) {
      next++;
    }
    return next > from && next + 1 < end && text.at(next) == ')' && text.at(next + 1) == '(';
  }
}
