package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.SitePolicy;
import org.karyon.guideline.SitePolicy.Change;

/** What the hospital changes of the cards, which is no part of the source. */
public final class PolicySection {

  /** What the columns hold. */
  public static final List<String> HEADER =
      List.of("Of", "Change", "Hooks", "Why", "Owner", "To be reviewed", "Risk accepted");

  private PolicySection() {}

  /** Nothing where the hospital has no policy. */
  static void write(Guideline guideline, Blocks page) {
    List<List<String>> rows = rows(guideline);
    if (!rows.isEmpty()) {
      page.heading("What this hospital changes of the cards");
      page.table(HEADER, rows);
    }
  }

  /**
   * The rows of the table.
   *
   * @param guideline the knowledge with the policy
   * @return one row an entry, in Markdown; empty without a policy
   */
  public static List<List<String>> rows(Guideline guideline) {
    return guideline.policy().entries().stream().map(PolicySection::row).toList();
  }

  private static List<String> row(SitePolicy.Entry entry) {
    return List.of(
        entry.subject().id(),
        change(entry.change()),
        entry.hooks().stream().sorted().map(HookMoment::hook).collect(Collectors.joining(", ")),
        entry.reason(),
        entry.owner(),
        entry.review().toString(),
        entry.acknowledgedRisk().orElse(""));
  }

  private static String change(Change change) {
    return switch (change) {
      case Change.Off unused -> "off";
      case Change.Lower lower -> "shown as " + lower.indicator().id();
      case Change.Silence silence -> silenced(silence);
    };
  }

  private static String silenced(Change.Silence silence) {
    List<String> parts = new ArrayList<>();
    parts.add("silenced");
    Optional.of(String.join(", ", silence.drugs()))
        .filter(drugs -> !drugs.isEmpty())
        .ifPresent(drugs -> parts.add("for " + drugs));
    silence.from().ifPresent(day -> parts.add("from " + day));
    silence.until().ifPresent(day -> parts.add("until " + day));
    return String.join(" ", parts);
  }
}
