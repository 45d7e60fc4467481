package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.List;
import org.karyon.guideline.Coded;
import org.karyon.guideline.Orderable;

/** Reads what can be ordered. */
final class OrderReader {

  private final Problems problems;

  OrderReader(Problems problems) {
    this.problems = problems;
  }

  List<Orderable> orderables(YamlValue file) {
    Entry entry = Entry.of(file, problems);
    List<Orderable> orderables = new ArrayList<>();
    entry.entries("medications").forEach(e -> orderables.add(order(e, Orderable.Kind.MEDICATION)));
    entry.entries("procedures").forEach(e -> orderables.add(order(e, Orderable.Kind.PROCEDURE)));
    entry.entries("tests").forEach(e -> orderables.add(order(e, Orderable.Kind.TEST)));
    entry.end();
    return orderables;
  }

  private Orderable order(Entry entry, Orderable.Kind kind) {
    String id = entry.text("id");
    problems.declare("order", id, entry.place());
    String text = entry.text("text");
    Orderable orderable =
        new Orderable(
            id,
            kind,
            entry.text("concept"),
            entry.texts("not-as"),
            new Coded(
                entry.text("system"),
                entry.text("code"),
                entry.optionalText("display").orElse(text)),
            text,
            entry.optionalText("note").orElse(""));
    entry.end();
    return orderable;
  }
}
