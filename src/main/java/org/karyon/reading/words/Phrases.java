package org.karyon.reading.words;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the longest known phrase that begins at a word. */
final class Phrases<T> {

  private final Node<T> root = new Node<>();

  private static final class Node<T> {
    private final Map<String, Node<T>> next = new HashMap<>();
    private Optional<T> meaning = Optional.empty();
  }

  /** A phrase with its meaning and the number of its words. */
  record Match<T>(T meaning, int words) {}

  void add(String phrase, T meaning) {
    Node<T> node = root;
    for (String word : Words.normal(ReportText.folded(phrase)).split(" ", -1)) {
      node = node.next.computeIfAbsent(word, unused -> new Node<>());
    }
    if (node.meaning.isEmpty()) {
      node.meaning = Optional.of(meaning);
    }
  }

  /** The longest phrase from a word on, through words that nothing but a joint parts. */
  Optional<Match<T>> at(List<Atom> atoms, int index) {
    Node<T> node = root;
    Optional<Match<T>> longest = Optional.empty();
    for (int next = index; next < atoms.size(); next++) {
      if (next > index && !atoms.get(next).joined()) {
        break;
      }
      Node<T> deeper = node.next.get(atoms.get(next).folded());
      if (deeper == null) {
        break;
      }
      node = deeper;
      int words = next - index + 1;
      if (node.meaning.isPresent()) {
        longest = node.meaning.map(meaning -> new Match<>(meaning, words));
      }
    }
    return longest;
  }
}
