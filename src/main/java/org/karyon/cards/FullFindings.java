package org.karyon.cards;

import java.util.List;
import java.util.Optional;
import org.karyon.facts.Evidence;
import org.karyon.facts.Fact;
import org.karyon.facts.Facts;
import org.karyon.facts.RecordedDate;
import org.karyon.guideline.Guideline;

/** Says everything that a card rests on, one resource a line, as the full form shows it. */
final class FullFindings {

  private final Guideline guideline;
  private final FindingWords words;

  FullFindings(Guideline guideline, FindingWords words) {
    this.guideline = guideline;
    this.words = words;
  }

  List<String> lines(List<Ground> grounds) {
    return grounds.stream().map(this::line).distinct().toList();
  }

  private String line(Ground ground) {
    String said = name(ground.id()) + ' ' + ground.value().map(Object::toString).orElse("open");
    return said
        + (ground.against() ? ", against it" : "")
        + ground.evidence().map(evidence -> ": " + evidence(evidence)).orElse("");
  }

  private String evidence(Evidence evidence) {
    Optional<String> date = evidence.date().map(RecordedDate::text);
    return Markdown.text(words.test(evidence))
        + ' '
        + Markdown.code(evidence.shows())
        + evidence.words().map(quoted -> ' ' + Markdown.quote(quoted)).orElse("")
        + date.map(day -> ", " + day).orElse("")
        + ", "
        + Markdown.code(evidence.resource());
  }

  /** Facts and work-up items by their names; what has none by its id. */
  private String name(String id) {
    Optional<Fact<?>> fact = Facts.named(id);
    if (fact.isPresent()) {
      return words.name(fact.get());
    }
    return Optional.ofNullable(guideline.workUp().get(id)).map(item -> item.name()).orElse(id);
  }
}
