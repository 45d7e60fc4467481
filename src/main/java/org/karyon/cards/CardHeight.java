package org.karyon.cards;

import java.util.List;

/**
 * How tall a card is where the sandbox of CDS Hooks shows it, 760 pixels wide. The numbers were
 * measured there; a test of the sandbox measures the cards themselves.
 */
final class CardHeight {

  /** A card fits on a screen. */
  static final int MOST = 600;

  private static final int FRAME = 184;
  private static final int LINE = 24;
  private static final int LINE_CHARACTERS = 76;
  private static final int SUMMARY_LINE = 27;
  private static final int SUMMARY_CHARACTERS = 66;
  private static final int BUTTONS = 37;
  private static final int BUTTONS_WIDTH = 646;
  private static final int BUTTON_PADDING = 36;
  private static final double BUTTON_CHARACTER = 6.8;
  private static final int LINK = 42;

  /** Letters of code are wider than others by this. */
  private static final double CODE = 0.25;

  private CardHeight() {}

  /**
   * Estimates.
   *
   * @param card a card
   * @return pixels
   */
  static int of(Card card) {
    return FRAME
        + SUMMARY_LINE * lines(card.summary().length(), SUMMARY_CHARACTERS)
        + LINE * card.detail().lines().mapToInt(CardHeight::lines).sum()
        + BUTTONS * rows(card.suggestions())
        + LINK * card.links().size();
  }

  private static int lines(String bullet) {
    double width = 0;
    boolean code = false;
    for (int index = bullet.startsWith("- ") ? 2 : 0; index < bullet.length(); index++) {
      char letter = bullet.charAt(index);
      if (letter == '`') {
        code = !code;
      } else if (letter != '*' && letter != '\\') {
        width += code ? 1 + CODE : 1;
      }
    }
    return bullet.isBlank() ? 0 : lines(width, LINE_CHARACTERS);
  }

  private static int lines(double width, int most) {
    return Math.max(1, (int) Math.ceil(width / most));
  }

  private static int rows(List<Card.Suggestion> suggestions) {
    int rows = 0;
    double used = BUTTONS_WIDTH;
    for (Card.Suggestion suggestion : suggestions) {
      double width = suggestion.label().length() * BUTTON_CHARACTER + BUTTON_PADDING;
      if (used + width > BUTTONS_WIDTH) {
        rows++;
        used = 0;
      }
      used += width;
    }
    return rows;
  }
}
