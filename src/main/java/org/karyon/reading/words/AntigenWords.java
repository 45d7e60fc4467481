package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.guideline.WordClass;

/**
 * What a text says of one antigen on the blasts: "Partial, 30 % of blasts", "Negative", "dim".
 *
 * @param share the share of blasts that carry it; empty where none is stated
 * @param answer whether it is there; a partial or dim antigen is
 */
public record AntigenWords(Optional<Share> share, Answer answer) {

  private static final String KNOWN = "PNxwAco,i:()-/&qSs";

  /** What a text says; empty where a word of it is not understood. */
  public static Optional<AntigenWords> read(String text) {
    List<WordToken> tokens = AnswerWords.tokens(text);
    List<WordedAmount> amounts = new ArrayList<>();
    boolean expressed = false;
    boolean positive = false;
    boolean negative = false;
    for (int index = 0; index < tokens.size(); index++) {
      WordToken token = tokens.get(index);
      boolean expression = token.is(WordClass.EXPRESSION) || token.is(WordClass.EXPRESSION_NOUN);
      if ((!expression && KNOWN.indexOf(token.code()) < 0)
          || (token.code() == 'S' && !token.text().startsWith("cd"))) {
        return Optional.empty();
      }
      boolean denied = index > 0 && "xw".indexOf(tokens.get(index - 1).code()) >= 0;
      expressed |= expression && !denied;
      positive |= token.code() == 'P' && !denied;
      negative |= token.code() == 'N' || ((expression || token.code() == 'P') && denied);
      token.amount().ifPresent(amounts::add);
    }
    List<Share> shares = amounts.stream().flatMap(amount -> amount.share().stream()).toList();
    boolean said = expressed || positive || negative || !shares.isEmpty();
    if (!said || shares.size() > 1 || (negative && (expressed || positive))) {
      return Optional.empty();
    }
    return Optional.of(
        new AntigenWords(shares.stream().findFirst(), negative ? Answer.ABSENT : Answer.PRESENT));
  }
}
