package org.karyon.assessment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.karyon.facts.RecordedTest;
import org.karyon.facts.RecordedTest.State;

/**
 * The tests of a record by what they are, by what they are called and by how far they are, so that
 * a question about one of them looks at no other. A test may be found in several ways, and is then
 * answered more than once.
 */
final class TestIndex {

  /** The names of the guideline are few; words of a record never come here. */
  private static final Map<String, String> NAMES = new ConcurrentHashMap<>();

  private final Map<String, List<RecordedTest>> byConcept = new HashMap<>();
  private final Map<String, List<RecordedTest>> byWords = new LinkedHashMap<>();
  private final Map<String, String> plainWords = new HashMap<>();
  private final List<RecordedTest> ordered = new ArrayList<>();
  private final List<RecordedTest> genetic = new ArrayList<>();

  TestIndex(List<RecordedTest> tests) {
    for (RecordedTest test : tests) {
      for (String concept : test.concepts()) {
        byConcept.computeIfAbsent(concept, unused -> new ArrayList<>()).add(test);
      }
      byWords.computeIfAbsent(test.words(), unused -> new ArrayList<>()).add(test);
      if (test.state() == State.ORDERED) {
        ordered.add(test);
      }
      if (test.genetic()) {
        genetic.add(test);
      }
    }
    byWords.keySet().forEach(words -> plainWords.put(words, plain(words)));
  }

  /** Those that one of the concepts stands for. */
  List<RecordedTest> of(Collection<String> concepts) {
    List<RecordedTest> tests = new ArrayList<>();
    for (String concept : concepts) {
      tests.addAll(byConcept.getOrDefault(concept, List.of()));
    }
    return tests;
  }

  /** Those whose words hold one of the names. */
  List<RecordedTest> named(Collection<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<RecordedTest> tests = new ArrayList<>();
    byWords.forEach(
        (words, named) -> {
          if (holds(plainWords.getOrDefault(words, ""), names)) {
            tests.addAll(named);
          }
        });
    return tests;
  }

  /** Those that are ordered, and have no final result. */
  List<RecordedTest> ordered() {
    return Collections.unmodifiableList(ordered);
  }

  /** The FISH, PCR and sequencing results. */
  List<RecordedTest> genetic() {
    return Collections.unmodifiableList(genetic);
  }

  /** Whether words hold one of the names, whatever their signs. */
  static boolean names(Collection<String> names, String words) {
    return holds(plain(words), names);
  }

  private static boolean holds(String plain, Collection<String> names) {
    for (String name : names) {
      String known = NAMES.get(name);
      if (plain.contains(known == null ? NAMES.computeIfAbsent(name, TestIndex::plain) : known)) {
        return true;
      }
    }
    return false;
  }

  private static String plain(String words) {
    String lower = words.toLowerCase(Locale.ROOT);
    StringBuilder plain = new StringBuilder(lower.length() + 2).append(' ');
    boolean sign = false;
    for (int at = 0; at < lower.length(); at++) {
      char character = lower.charAt(at);
      boolean word =
          (character >= 'a' && character <= 'z') || (character >= '0' && character <= '9');
      if (word) {
        plain.append(character);
      } else if (!sign) {
        plain.append(' ');
      }
      sign = !word;
    }
    return plain.append(' ').toString();
  }
}
