package org.karyon.iscn.features;

import java.util.List;
import org.karyon.iscn.model.Clone;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.text.Span;

/** Takes out of the text what a finding rests on. */
final class Excerpts {

  private Excerpts() {}

  static Excerpt of(Span span, String text) {
    return new Excerpt(span.of(text), span.start(), span.end());
  }

  /** The numbers of chromosomes with the sex chromosomes, which say what was examined. */
  static List<Excerpt> heads(List<Clone> clones, String text) {
    return clones.stream()
        .limit(FeatureCalls.MOST_EVIDENCE)
        .map(clone -> of(clone.written().head(), text))
        .toList();
  }
}
