package org.karyon.fhirapi.search;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.MetadataResource;

/** One criterion of a search: a parameter, a modifier, and values of which one must fit. */
final class Criterion {

  private static final Pattern ACCENT = Pattern.compile("\\p{M}+");

  private static final Pattern PREFIXED = Pattern.compile("([a-z]{2})?(.+)");
  private static final Pattern RELATIVE = Pattern.compile("([A-Za-z]+/)?[A-Za-z0-9.-]{1,64}");
  private static final Pattern UNESCAPED_COMMA = Pattern.compile("(?<!\\\\),");

  private Criterion() {}

  /**
   * Reads a criterion.
   *
   * @param written the name as it was written, with its modifier
   * @param value the values, with commas between them
   * @throws NotApplied when the modifier, a prefix or a value is not understood
   */
  static Predicate<MetadataResource> of(
      SearchParameter parameter, String written, Optional<String> modifier, String value)
      throws NotApplied {
    if (modifier.isPresent() && !parameter.kind().modifiers().contains(modifier.get())) {
      throw new NotApplied(
          written,
          "The modifier ':%s' is not supported on '%s'; supported are :%s."
              .formatted(
                  modifier.get(),
                  parameter.name(),
                  String.join(", :", parameter.kind().modifiers())));
    }
    if (modifier.filter("missing"::equals).isPresent()) {
      return missing(parameter, written, value);
    }
    List<Predicate<SearchedValue>> any = new ArrayList<>();
    for (String one : UNESCAPED_COMMA.split(value, -1)) {
      String plain = one.replaceAll("\\\\([,|$\\\\])", "$1");
      any.add(
          switch (parameter.kind()) {
            case STRING -> text(plain, modifier);
            case TOKEN -> token(one);
            case URI -> uri(plain, modifier);
            case DATE -> date(written, plain);
            case REFERENCE -> canonical(plain);
          });
    }
    Predicate<MetadataResource> holds =
        artifact ->
            parameter.values().apply(artifact).stream()
                .anyMatch(found -> any.stream().anyMatch(test -> test.test(found)));
    return modifier.filter("not"::equals).isPresent() ? holds.negate() : holds;
  }

  private static Predicate<MetadataResource> missing(
      SearchParameter parameter, String written, String value) throws NotApplied {
    if (!value.equals("true") && !value.equals("false")) {
      throw new NotApplied(written, "The value of ':missing' must be true or false.");
    }
    boolean missing = value.equals("true");
    return artifact -> parameter.values().apply(artifact).isEmpty() == missing;
  }

  private static Predicate<SearchedValue> text(String asked, Optional<String> modifier) {
    String plain = plain(asked);
    return found -> {
      String text = found.order();
      return switch (modifier.orElse("")) {
        case "exact" -> text.equals(asked);
        case "contains" -> plain(text).contains(plain);
        default -> plain(text).startsWith(plain);
      };
    };
  }

  /** Without case and accents, which strings are compared without (FHIR R4, search). */
  private static String plain(String text) {
    return ACCENT
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }

  /** {@code code}, {@code system|code}, {@code |code} or {@code system|}. */
  private static Predicate<SearchedValue> token(String asked) {
    int bar = asked.indexOf('|');
    String code = asked.substring(bar + 1).replace("\\", "");
    String system = bar < 0 ? "" : asked.substring(0, bar);
    return found ->
        switch (found) {
          case SearchedValue.Code known ->
              (code.isEmpty() ? bar > 0 : known.code().equals(code))
                  && (bar < 0 || known.system().orElse("").equals(system));
          case SearchedValue.Bound known ->
              (code.isEmpty() ? bar > 0 : known.code().equals(code))
                  && (system.isEmpty() || known.system().equals(system));
          case SearchedValue.Text text -> text.text().equals(asked);
          case SearchedValue.Time unused -> false;
        };
  }

  private static Predicate<SearchedValue> uri(String asked, Optional<String> modifier) {
    return modifier.isPresent()
        ? found -> found.order().equals(asked) || found.order().startsWith(withSlash(asked))
        : found -> found.order().equals(asked);
  }

  private static String withSlash(String url) {
    return url.endsWith("/") ? url : url + '/';
  }

  /**
   * Without a version any version of the artifact is meant; a relative reference is one of ours.
   */
  private static Predicate<SearchedValue> canonical(String asked) {
    return found -> {
      String plain = found.order().replaceFirst("\\|.*", "");
      return found.order().equals(asked)
          || plain.equals(asked)
          || (RELATIVE.matcher(asked).matches() && plain.endsWith('/' + asked));
    };
  }

  private static Predicate<SearchedValue> date(String written, String asked) throws NotApplied {
    Matcher prefixed = PREFIXED.matcher(asked);
    if (!prefixed.matches()) {
      throw new NotApplied(written, "'%s' needs a date such as 2026-11-23.".formatted(written));
    }
    String prefix = Optional.ofNullable(prefixed.group(1)).orElse("eq");
    SearchedValue.Time range = range(written, prefixed.group(2));
    Predicate<SearchedValue.Time> test =
        switch (prefix) {
          case "eq" -> time -> within(time, range);
          case "ne" -> time -> !within(time, range);
          case "gt" -> time -> time.until().isAfter(range.until());
          case "lt" -> time -> time.from().isBefore(range.from());
          case "ge" -> time -> time.until().isAfter(range.until()) || within(time, range);
          case "le" -> time -> time.from().isBefore(range.from()) || within(time, range);
          case "sa" -> time -> !time.from().isBefore(range.until());
          case "eb" -> time -> !time.until().isAfter(range.from());
          default ->
              throw new NotApplied(
                  written,
                  "The prefix '%s' is not supported; supported are eq, ne, gt, lt, ge, le, sa, eb."
                      .formatted(prefix));
        };
    return found -> found instanceof SearchedValue.Time time && test.test(time);
  }

  private static boolean within(SearchedValue.Time time, SearchedValue.Time range) {
    return !time.from().isBefore(range.from()) && !time.until().isAfter(range.until());
  }

  private static SearchedValue.Time range(String written, String text) throws NotApplied {
    try {
      return switch (text.length()) {
        case 4 ->
            days(
                YearMonth.parse(text + "-01").atDay(1),
                YearMonth.parse(text + "-12").atEndOfMonth());
        case 7 -> days(YearMonth.parse(text).atDay(1), YearMonth.parse(text).atEndOfMonth());
        case 10 -> days(LocalDate.parse(text), LocalDate.parse(text));
        default -> moment(text);
      };
    } catch (DateTimeException broken) {
      throw new NotApplied(
          written,
          "'%s' needs a date such as 2026-11-23, or a time such as 2026-11-23T10:00:00Z."
              .formatted(written));
    }
  }

  /** As precise as it is written; without a zone it is of UTC, which this server lives in. */
  private static SearchedValue.Time moment(String text) {
    boolean zoned = text.matches(".*(Z|[+-]\\d\\d:\\d\\d)");
    Instant moment =
        zoned
            ? OffsetDateTime.parse(text).toInstant()
            : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
    String time = text.substring(text.indexOf('T') + 1).replaceFirst("(Z|[+-]\\d\\d:\\d\\d)$", "");
    Duration precision =
        switch (time.length()) {
          case 5 -> Duration.ofMinutes(1);
          case 8 -> Duration.ofSeconds(1);
          default -> Duration.ofMillis(1);
        };
    return new SearchedValue.Time(moment, moment.plus(precision));
  }

  private static SearchedValue.Time days(LocalDate first, LocalDate last) {
    return new SearchedValue.Time(
        first.atStartOfDay(ZoneOffset.UTC).toInstant(),
        last.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
