package org.karyon.guideline.yaml;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.karyon.guideline.ReportWords;
import org.karyon.guideline.WordClass;

/** Reads the words of reports; a phrase does one thing in a sentence and heads one kind of part. */
final class ReportWordsReader {

  private final Problems problems;

  ReportWordsReader(Problems problems) {
    this.problems = problems;
  }

  ReportWords words(Entry entry) {
    Map<WordClass, List<String>> phrases = new EnumMap<>(WordClass.class);
    Map<String, WordClass> seen = new HashMap<>();
    for (WordClass wordClass : WordClass.values()) {
      List<String> listed = entry.texts(wordClass.key());
      if (listed.isEmpty()) {
        problems.add(entry.place(), "The words '" + wordClass.key() + "' are missing here.");
      }
      for (String phrase : listed) {
        String key =
            (wordClass.isHeading() ? "#" : wordClass.isColumn() ? "|" : "")
                + phrase.toLowerCase(Locale.ROOT);
        WordClass other = seen.put(key, wordClass);
        if (other != null) {
          problems.add(
              entry.value(wordClass.key()).orElse(entry.place()),
              "The phrase '%s' stands twice, as '%s' and as '%s'; a phrase means one thing."
                  .formatted(phrase, other.key(), wordClass.key()));
        }
      }
      phrases.put(wordClass, listed);
    }
    entry.end();
    return new ReportWords(phrases);
  }
}
