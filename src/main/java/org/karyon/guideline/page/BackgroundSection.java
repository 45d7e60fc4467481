package org.karyon.guideline.page;

import java.util.List;
import org.karyon.guideline.Guideline;

/** What cards tell beside their advice. */
final class BackgroundSection {

  private BackgroundSection() {}

  static void write(Guideline guideline, Blocks page) {
    page.heading("Background notes");
    page.table(
        List.of("Note", "Text", "Lines"),
        guideline.background().values().stream()
            .map(note -> List.of("`" + note.id() + "`", note.text(), note.citation().text()))
            .toList());
  }
}
