package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.karyon.guideline.WordClass;

/**
 * The members of a list as subjects: a noun that stands once, before or behind the list, belongs to
 * every gene that has none of its own.
 */
final class Items {

  private Items() {}

  private record Item(List<String> names, List<String> nouns, boolean residual, boolean other) {
    Item with(List<String> further) {
      List<String> all = new ArrayList<>(nouns);
      all.addAll(further);
      return new Item(names, all, residual, other);
    }
  }

  static List<StatementSubject> subjects(List<List<Phrase>> phrases) {
    List<Item> items = new ArrayList<>();
    for (List<Phrase> member : phrases) {
      Item item = item(member);
      if (item.names().isEmpty() && !items.isEmpty()) {
        // "IKZF1 deletion or mutation": two nouns of one gene.
        items.add(items.removeLast().with(item.nouns()));
      } else if (!member.isEmpty()) {
        items.add(item);
      }
    }
    List<String> behind = items.isEmpty() ? List.of() : items.getLast().nouns();
    List<String> before = List.of();
    if (!phrases.isEmpty() && isNoun(phrases.get(0))) {
      before = items.get(0).nouns();
    }
    List<StatementSubject> subjects = new ArrayList<>();
    for (Item item : items) {
      List<String> nouns =
          !item.nouns().isEmpty() ? item.nouns() : before.isEmpty() ? behind : before;
      String name = String.join(" ", item.names());
      boolean whole =
          item.nouns().isEmpty() && item.names().stream().anyMatch(one -> one.contains(" "));
      if (item.names().isEmpty()) {
        continue;
      }
      String words = whole ? name : name + ' ' + String.join(" ", nouns);
      subjects.add(new StatementSubject(words.strip(), item.residual(), item.other()));
    }
    return subjects;
  }

  /** Whether a list opens with its noun: "deletion of IKZF1, PAX5". */
  private static boolean isNoun(List<Phrase> first) {
    for (Phrase phrase : first) {
      if (phrase.code() == 'n' || phrase.code() == 'p') {
        return true;
      }
      if (phrase.code() == 'S') {
        return false;
      }
    }
    return false;
  }

  private static Item item(List<Phrase> phrases) {
    Set<String> names = new LinkedHashSet<>();
    Set<String> nouns = new LinkedHashSet<>();
    Set<String> details = new LinkedHashSet<>();
    boolean residual = false;
    boolean other = false;
    for (Phrase phrase : phrases) {
      if (phrase.code() == 'M') {
        continue;
      }
      for (WordToken token : phrase.tokens()) {
        switch (token.code()) {
          case 'S' -> {
            names.add(token.text());
            residual |= token.is(WordClass.RESIDUAL);
            other |= token.is(WordClass.OTHER_PART);
          }
          case 'n', 'p' -> nouns.add(token.text());
          case 'D', 'q' -> details.add(token.text());
          default -> {}
        }
      }
    }
    // The noun stands next to its gene, whatever stands between.
    nouns.addAll(details);
    return new Item(List.copyOf(names), List.copyOf(nouns), residual, other);
  }
}
