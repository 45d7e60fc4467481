package org.karyon.registry;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The answers of a run as one page for people: plain HTML that needs nothing else. */
final class RegistryPage {

  private static final int WIDEST = 320;
  private static final int MOST_ROWS = 25;

  private final StringBuilder page = new StringBuilder();

  /**
   * Writes the page.
   *
   * @param asOf the day for which the answers hold
   * @param guideline the version of the knowledge
   * @param title how the guideline is called
   */
  RegistryPage(LocalDate asOf, String guideline, String title) {
    page.append(
        """
        <!doctype html>
        <html lang="en"><head><meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>Registry report</title>
        <style>
        :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
        body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
        table { border-collapse: collapse; margin: 0 0 2rem; }
        th, td { text-align: left; padding: .15rem .75rem .15rem 0; vertical-align: middle; }
        td.n { text-align: right; font-variant-numeric: tabular-nums; }
        caption { text-align: left; font-weight: 600; padding-bottom: .25rem; }
        rect { fill: #2f6f9f; }
        p.note { color: GrayText; }
        </style></head><body>
        <h1>Registry report</h1>
        """);
    page.append("<p>").append(escaped(title)).append(". As of ").append(asOf);
    page.append(". Knowledge <code>").append(escaped(guideline)).append("</code>.</p>\n");
  }

  RegistryPage counts(RegistryCounts counts) {
    page.append("<p><strong>")
        .append(number(counts.patients()))
        .append("</strong> patients, <strong>")
        .append(number(counts.withLeukemia()))
        .append("</strong> with a confirmed, suspected or unreadable leukemia.</p>\n");
    bars("Patients by scope", counts.scopes());
    bars("Risk groups, of patients that the guideline covers", counts.riskGroups());
    bars("Rules that hold", counts.rules());
    bars("Tests that are neither done nor ordered", counts.missing());
    bars("Facts that are unknown", counts.unknownFacts());
    bars("What could not be read, or contradicts", counts.gaps());
    return this;
  }

  RegistryPage cohorts(List<CohortCount> cohorts) {
    if (cohorts.isEmpty()) {
      return this;
    }
    page.append("<table><caption>Questions</caption>\n");
    for (CohortCount count : cohorts) {
      page.append("<tr><td>")
          .append(escaped(count.cohort().title()))
          .append("</td><td class=\"n\">")
          .append(number(count.patients()))
          .append("</td><td><a href=\"cohorts/")
          .append(escaped(count.cohort().id()))
          .append(".txt\">list</a></td></tr>\n");
    }
    page.append("</table>\n");
    return this;
  }

  RegistryPage quality(List<SourceQuality.Counts> sources) {
    page.append(
        """
        <table><caption>Files of the export</caption>
        <tr><th scope="col">File</th><th scope="col">Lines</th><th scope="col">Broken</th>
        <th scope="col">Of no patient</th></tr>
        """);
    for (SourceQuality.Counts source : sources) {
      page.append("<tr><td>").append(escaped(source.file())).append("</td>");
      for (long count : List.of(source.lines(), source.broken(), source.ofNobody())) {
        page.append("<td class=\"n\">").append(number(count)).append("</td>");
      }
      page.append("</tr>\n");
    }
    page.append("</table>\n");
    return this;
  }

  String text() {
    return page
        + "<p class=\"note\">Options and groups are the guideline's, for clinicians to judge."
        + " Unknown is not negative.</p>\n</body></html>\n";
  }

  private void bars(String caption, Map<String, Long> counts) {
    if (counts.isEmpty()) {
      return;
    }
    long most = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
    page.append("<table><caption>").append(escaped(caption)).append("</caption>\n");
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
        .limit(MOST_ROWS)
        .forEach(row -> bar(row.getKey(), row.getValue(), most));
    page.append("</table>\n");
  }

  private void bar(String name, long count, long most) {
    long width = Math.max(1, WIDEST * count / most);
    page.append("<tr><td>")
        .append(escaped(name))
        .append("</td><td class=\"n\">")
        .append(number(count))
        .append("</td><td><svg width=\"" + WIDEST + "\" height=\"14\" aria-hidden=\"true\">")
        .append("<rect width=\"")
        .append(width)
        .append("\" height=\"14\"/></svg></td></tr>\n");
  }

  private static String number(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }
}
