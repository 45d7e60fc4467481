package org.karyon.proof;

import java.util.Map;
import java.util.TreeMap;
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
    guideline
        .background()
        .values()
        .forEach(b -> texts.put("note " + b.id(), b.text() + " / " + b.brief()));
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
    guideline.shortNames().workUp().forEach((id, n) -> texts.put("short test " + id, said(n)));
    guideline.shortNames().orders().forEach((id, n) -> texts.put("short order " + id, said(n)));
    guideline.shortNames().options().forEach((id, n) -> texts.put("short option " + id, said(n)));
    guideline.shortNames().features().forEach((id, n) -> texts.put("short feature " + id, said(n)));
    guideline.shortNames().facts().forEach((id, n) -> texts.put("short fact " + id, said(n)));
    guideline.shortNames().tests().forEach((id, n) -> texts.put("short result " + id, said(n)));
    guideline.shortNames().confirmedBy().forEach((id, by) -> texts.put("confirmed " + id, by));
  }

  private static String said(ShortNames.Name name) {
    return name.text() + " / " + name.button() + " / " + name.brief();
  }
}
