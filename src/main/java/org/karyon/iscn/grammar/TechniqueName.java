package org.karyon.iscn.grammar;

import java.util.Optional;
import org.karyon.iscn.text.Cursor;
import org.karyon.iscn.text.SourceText;

/** Recognises the name of a technique in a report: ish, nuc ish, arr, ogm and others. */
record TechniqueName(Segment.Kind kind, int length) {

  private static final String[] OTHERS = {
    "arr", "ogm", "rsa", "sseq", "seq", "mol", "mlpa", "snp", "acgh", "cgh", "mps", "wgs"
  };

  /** The name at a place where a word begins. */
  static Optional<TechniqueName> at(SourceText text, int place, int end) {
    char c = text.lower(place);
    char before = text.at(place - 1);
    if (place >= end || Cursor.isLetter(before) || "inraosmcwg".indexOf(c) < 0) {
      return Optional.empty();
    }
    if (text.hasWord("nuc", place)) {
      return interphase(text, place);
    }
    if (text.hasWord("ish", place) && startsIsh(text, place, before)) {
      return Optional.of(new TechniqueName(Segment.Kind.METAPHASE_FISH, 3));
    }
    if (text.hasWord("rev ish", place)) {
      return Optional.of(new TechniqueName(Segment.Kind.OTHER_TECHNIQUE, 7));
    }
    return other(text, place, before);
  }

  private static Optional<TechniqueName> interphase(SourceText text, int place) {
    int i = place + 3;
    while (" ._-".indexOf(text.at(i)) >= 0) {
      i++;
    }
    return text.hasWord("ish", i)
        ? Optional.of(new TechniqueName(Segment.Kind.INTERPHASE_FISH, i + 3 - place))
        : Optional.empty();
  }

  private static boolean startsIsh(SourceText text, int place, char before) {
    char after = text.at(place + 3);
    boolean opened = before == '\0' || " .])/;,".indexOf(before) >= 0;
    // ".isht(3;11)" has lost its blank; in running text "ish" never follows a point like that.
    boolean word = !Cursor.isLetter(after) || before == '.';
    return opened && word && after != '\0';
  }

  private static Optional<TechniqueName> other(SourceText text, int place, char before) {
    if (before != '\0' && " .])/;".indexOf(before) < 0) {
      return Optional.empty();
    }
    for (String name : OTHERS) {
      if (text.hasWord(name, place)) {
        char after = text.at(place + name.length());
        boolean opens =
            after == '['
                || after == '('
                || Cursor.isDigit(after)
                || (after == ' ' && (before == '.' || before == '\0'));
        if (opens) {
          Segment.Kind kind =
              name.equals("arr") ? Segment.Kind.ARRAY : Segment.Kind.OTHER_TECHNIQUE;
          return Optional.of(new TechniqueName(kind, name.length()));
        }
      }
    }
    return Optional.empty();
  }
}
