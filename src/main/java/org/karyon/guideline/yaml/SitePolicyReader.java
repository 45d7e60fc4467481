package org.karyon.guideline.yaml;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.OrderCheck;
import org.karyon.guideline.OrderCheck.Indicator;
import org.karyon.guideline.SitePolicy;
import org.karyon.guideline.SitePolicy.Change;
import org.karyon.guideline.SitePolicy.Subject;

/**
 * Reads a hospital's policy in its closed vocabulary: what it names must exist, each change says
 * why, who answers for it and when it is looked at again, and nothing critical is silenced without
 * a word on the risk.
 */
final class SitePolicyReader {

  private static final List<String> CHANGES = List.of("off", "lower", "silence");
  private static final List<String> CARDS =
      List.of("work-up", "risk", "treatment", "data-gap", "scope");

  private final Problems problems;

  SitePolicyReader(Problems problems) {
    this.problems = problems;
  }

  SitePolicy read(SitePolicyFile file, Collection<OrderCheck> checks, Collection<String> drugs) {
    if (file.text().isEmpty()) {
      return SitePolicy.none();
    }
    Map<String, OrderCheck> byId = new LinkedHashMap<>();
    checks.forEach(check -> byId.put(check.id(), check));
    YamlValue content = YamlFile.read(path -> file.text(), file.name(), problems);
    Entry whole = Entry.of(content, problems);
    List<SitePolicy.Entry> entries = new ArrayList<>();
    for (Entry entry : whole.entries("entries")) {
      entry(entry, byId, drugs).ifPresent(entries::add);
    }
    whole.end();
    return new SitePolicy(entries);
  }

  private Optional<SitePolicy.Entry> entry(
      Entry entry, Map<String, OrderCheck> checks, Collection<String> drugs) {
    Optional<Subject> subject = subject(entry, checks);
    Optional<Change> change = change(entry, drugs);
    Set<HookMoment> hooks = hooks(entry);
    String reason = text(entry, "reason");
    String owner = text(entry, "owner");
    Optional<LocalDate> review = date(entry, "review", entry.text("review"));
    Optional<String> risk = entry.optionalText("acknowledged-risk").filter(t -> !t.isBlank());
    entry.end();
    if (subject.isEmpty() || change.isEmpty() || review.isEmpty()) {
      return Optional.empty();
    }
    fits(entry, subject.get(), change.get(), checks);
    if (risk.isEmpty() && isGrave(subject.get(), checks)) {
      problems.add(
          entry.place(),
          "'%s' keeps patients from harm; it cannot be switched off, lowered or silenced without 'acknowledged-risk', which says in a sentence what is accepted."
              .formatted(subject.get().id()));
    }
    return Optional.of(
        new SitePolicy.Entry(
            subject.get(), change.get(), hooks, reason, owner, review.get(), risk));
  }

  private Optional<Subject> subject(Entry entry, Map<String, OrderCheck> checks) {
    Optional<String> check = entry.optionalText("check");
    Optional<String> card = entry.optionalText("card");
    if (check.isPresent() == card.isPresent()) {
      problems.add(
          entry.place(), "Name either one 'check' or one 'card', the kind of cards, in an entry.");
      return Optional.empty();
    }
    if (check.isPresent()) {
      if (!checks.containsKey(check.get())) {
        problems.unknown(entry.place(), "order check", check.get(), checks.keySet());
        return Optional.empty();
      }
      return Optional.of(new Subject.OfCheck(check.get()));
    }
    if (!CARDS.contains(card.get())) {
      problems.unknown(entry.place(), "kind of cards", card.get(), CARDS);
      return Optional.empty();
    }
    return Optional.of(new Subject.OfCard(card.get()));
  }

  private Optional<Change> change(Entry entry, Collection<String> drugs) {
    String name = entry.text("do");
    return switch (name) {
      case "off" -> Optional.of(new Change.Off());
      case "lower" -> lower(entry);
      case "silence" -> Optional.of(silence(entry, drugs));
      default -> {
        problems.unknown(entry.place(), "change", name, CHANGES);
        yield Optional.empty();
      }
    };
  }

  private Optional<Change> lower(Entry entry) {
    String to = entry.text("to");
    List<String> known = List.of(Indicator.INFO.id(), Indicator.WARNING.id());
    if (!known.contains(to)) {
      problems.unknown(entry.place(), "lower indicator", to, known);
      return Optional.empty();
    }
    return Optional.of(
        new Change.Lower(to.equals(Indicator.INFO.id()) ? Indicator.INFO : Indicator.WARNING));
  }

  private Change silence(Entry entry, Collection<String> known) {
    List<String> drugs = entry.texts("drugs");
    for (String drug : drugs) {
      if (!known.contains(drug)) {
        problems.unknown(entry.place(), "group or concept of orders", drug, known);
      }
    }
    Optional<LocalDate> from =
        entry.optionalText("from").flatMap(text -> date(entry, "from", text));
    Optional<LocalDate> until =
        entry.optionalText("until").flatMap(text -> date(entry, "until", text));
    if (drugs.isEmpty() && until.isEmpty()) {
      problems.add(
          entry.place(),
          "A check is silenced for 'drugs', or until a day ('until'); to silence it altogether,"
              + " switch it off for a hook.");
    }
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      problems.add(entry.place(), "'until' lies before 'from'.");
    }
    return new Change.Silence(drugs, from, until);
  }

  private Set<HookMoment> hooks(Entry entry) {
    Set<HookMoment> hooks = EnumSet.noneOf(HookMoment.class);
    List<String> known = Arrays.stream(HookMoment.values()).map(HookMoment::hook).toList();
    for (String name : entry.texts("hooks")) {
      if (known.contains(name)) {
        hooks.add(HookMoment.of(name));
      } else {
        problems.unknown(entry.place(), "hook", name, known);
      }
    }
    return entry.value("hooks").isEmpty() ? EnumSet.allOf(HookMoment.class) : hooks;
  }

  private void fits(Entry entry, Subject subject, Change change, Map<String, OrderCheck> checks) {
    switch (change) {
      case Change.Off unused -> {
        if (entry.value("hooks").isEmpty()) {
          problems.add(entry.place(), "Name the 'hooks' for which it is switched off.");
        }
      }
      case Change.Lower lower -> lowers(entry, subject, lower, checks);
      case Change.Silence unused -> {
        if (subject instanceof Subject.OfCard) {
          problems.add(entry.place(), "Only a check is silenced; a kind of cards is switched off.");
        }
      }
    }
  }

  private void lowers(
      Entry entry, Subject subject, Change.Lower lower, Map<String, OrderCheck> checks) {
    switch (subject) {
      case Subject.OfCard unused ->
          problems.add(
              entry.place(), "Only a check is lowered; cards of other kinds are calm already.");
      case Subject.OfCheck check -> {
        Optional<Indicator> now =
            Optional.ofNullable(checks.get(check.id())).map(c -> c.indicator());
        if (now.filter(indicator -> indicator.compareTo(lower.indicator()) <= 0).isPresent()) {
          problems.add(
              entry.place(),
              "'%s' is '%s' already; it cannot be lowered to '%s'."
                  .formatted(check.id(), now.get().id(), lower.indicator().id()));
        }
      }
    }
  }

  /** A critical check, and the card that says what could not be used. */
  private static boolean isGrave(Subject subject, Map<String, OrderCheck> checks) {
    return switch (subject) {
      case Subject.OfCard card -> card.id().equals("data-gap");
      case Subject.OfCheck check ->
          Optional.ofNullable(checks.get(check.id()))
              .filter(known -> known.indicator() == Indicator.CRITICAL)
              .isPresent();
    };
  }

  private String text(Entry entry, String key) {
    String text = entry.text(key);
    if (entry.value(key).isPresent() && text.isBlank()) {
      problems.add(entry.place(), "'" + key + "' is empty here.");
    }
    return text;
  }

  private Optional<LocalDate> date(Entry entry, String key, String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException invalid) {
      if (!text.isEmpty()) {
        problems.add(
            entry.place(), "'%s' must be a day such as 2027-06-30, not '%s'.".formatted(key, text));
      }
      return Optional.empty();
    }
  }
}
