package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import org.karyon.guideline.WordClass;

/** The words of a sentence on antigens, before they come to the grammar of clauses. */
final class AntigenTokens {

  private AntigenTokens() {}

  /**
   * Without the cells, or the disease, that the sentence begins with, which all of it is about; and
   * how an antigen of a list is expressed, in brackets behind it, tells nothing that the list does
   * not.
   */
  static List<WordToken> of(List<WordToken> tokens) {
    List<WordToken> said = tokens.subList(begin(tokens), tokens.size());
    boolean answered = said.stream().anyMatch(AntigenTokens::answers);
    if (!answered) {
      return List.copyOf(said);
    }
    List<WordToken> plain = new ArrayList<>();
    for (int index = 0; index < said.size(); index++) {
      boolean bracketed =
          index + 2 < said.size()
              && said.get(index).code() == '('
              && said.get(index + 1).is(WordClass.EXPRESSION)
              && said.get(index + 2).code() == ')';
      if (bracketed) {
        index += 2;
      } else {
        plain.add(said.get(index));
      }
    }
    return plain;
  }

  private static int begin(List<WordToken> tokens) {
    int begin = 0;
    while (begin < tokens.size() && isOfBlasts(tokens.get(begin))) {
      begin++;
    }
    boolean named = begin > 0 && begin < tokens.size();
    return named && ":,-".indexOf(tokens.get(begin).code()) >= 0 ? begin + 1 : begin;
  }

  private static boolean isOfBlasts(WordToken token) {
    return token.is(WordClass.LEUKEMIC_POPULATION)
        || token.is(WordClass.CELLS)
        || token.is(WordClass.DISEASE);
  }

  private static boolean answers(WordToken token) {
    return switch (token.code()) {
      case 'v', 'w', 'N' -> true;
      case 'P' -> !token.is(WordClass.EXPRESSION);
      default -> false;
    };
  }
}
