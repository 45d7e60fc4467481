package org.karyon.proof;

import java.util.Map;
import java.util.TreeMap;
import org.karyon.guideline.BackgroundNote;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.ShortNames;

/** What the folder says in prose, one text a line, so that no text changes places with another. */
final class StatedTexts {

  private StatedTexts() {}

  static Map<String, String> of(Guideline guideline) {
    Map<String, String> texts = new TreeMap<>();
    guideline.options().values().forEach(o -> texts.put("option " + o.id(), o.name()));
    guideline
        .tables()
        .forEach(
            table -> {
              texts.put("table " + table.id(), table.title());
              table
                  .rules()
                  .forEach(
                      rule -> {
                        texts.put("rule " + rule.id(), rule.title());
                        rule.options().stream()
                            .filter(offered -> !offered.because().isEmpty())
                            .forEach(
                                offered ->
                                    texts.put(
                                        "rule " + rule.id() + " " + offered.option(),
                                        offered.because()));
                      });
            });
    guideline.features().forEach(f -> texts.put("feature " + f.id(), f.name()));
    guideline.riskRows().forEach(row -> texts.put("group " + row.id(), row.says()));
    guideline.workUp().values().forEach(item -> texts.put("test " + item.id(), item.name()));
    guideline
        .orderables()
        .values()
        .forEach(
            order ->
                texts.put(
                    "order " + order.id(),
                    order.note().isEmpty() ? order.text() : order.text() + " / " + order.note()));
    guideline.parameters().values().forEach(p -> texts.put("unit of " + p.id(), p.unit()));
    guideline.factNames().values().forEach(f -> texts.put("fact " + f.fact().id(), f.name()));
    guideline
        .interpretations()
        .values()
        .forEach(i -> texts.put("interpretation " + i.id(), i.title() + " / " + i.text()));
    guideline.background().values().forEach(b -> note(b, texts));
    for (OrderCheck check : guideline.orderChecks().checks()) {
      texts.put(
          "check " + check.id(),
          check.title()
              + check.openTitle().map(open -> " / " + open).orElse("")
              + " / "
              + check.says()
              + " / "
              + check.advice());
      check
          .milder()
          .ifPresent(
              milder ->
                  texts.put(
                      "check " + check.id() + " milder", milder.title() + " / " + milder.says()));
    }
    guideline
        .orderChecks()
        .overrideReasons()
        .forEach(
            reason ->
                texts.put("reason " + reason.code(), reason.system() + " " + reason.display()));
    shortNames(guideline, texts);
    texts.put("source", guideline.source().publisher() + " / " + guideline.source().title());
    return texts;
  }

  private static void shortNames(Guideline guideline, Map<String, String> texts) {
    ShortNames names = guideline.shortNames();
    names.workUp().forEach((id, name) -> said("test " + id, name, texts));
    names.orders().forEach((id, name) -> said("order " + id, name, texts));
    names.options().forEach((id, name) -> said("option " + id, name, texts));
    names.features().forEach((id, name) -> said("feature " + id, name, texts));
    names.facts().forEach((id, name) -> said("fact " + id, name, texts));
    names.tests().forEach((id, name) -> said("result " + id, name, texts));
    names.confirmedBy().forEach((id, by) -> texts.put("confirmed " + id, by));
  }

  private static void note(BackgroundNote note, Map<String, String> texts) {
    texts.put("note " + note.id(), note.text());
    texts.put("short note " + note.id(), note.brief());
  }

  private static void said(String what, ShortNames.Name name, Map<String, String> texts) {
    texts.put("short " + what, name.text());
    if (!name.button().equals(name.text())) {
      texts.put("button " + what, name.button());
    }
    if (!name.brief().equals(name.text())) {
      texts.put("brief " + what, name.brief());
    }
  }
}
