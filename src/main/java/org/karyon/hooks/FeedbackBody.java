package org.karyon.hooks;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.karyon.feedback.FeedbackEntry;
import org.karyon.feedback.FeedbackEntry.Outcome;
import org.karyon.guideline.Coded;
import org.karyon.web.Refusal;
import tools.jackson.databind.JsonNode;

/**
 * Reads a feedback body: an object with the array {@code feedback}, any number of cards in it (CDS
 * Hooks 2.0, Feedback).
 */
final class FeedbackBody {

  private static final int LONGEST_COMMENT = 2000;
  private static final int MOST_ENTRIES = 1000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private FeedbackBody() {}

  /**
   * What a body holds.
   *
   * @param entries the entries that can be kept, by their place in the body
   * @param refused why the others cannot
   */
  record Read(Map<String, FeedbackEntry> entries, List<Refusal> refused) {}

  /**
   * Reads a body; an entry that cannot be kept costs itself.
   *
   * @throws Refusal when there are no entries at all
   */
  static Read read(JsonNode body) {
    JsonNode feedback = body.path("feedback");
    if (!feedback.isArray() || feedback.isEmpty() || feedback.size() > MOST_ENTRIES) {
      throw Refusal.required(
          "feedback",
          "'feedback' must be an array with at least one and at most %d entries."
              .formatted(MOST_ENTRIES));
    }
    Map<String, FeedbackEntry> entries = new LinkedHashMap<>();
    List<Refusal> refused = new ArrayList<>();
    for (int index = 0; index < feedback.size(); index++) {
      String where = "feedback[" + index + "]";
      try {
        entries.put(where, entry(feedback.get(index), where));
      } catch (Refusal refusal) {
        refused.add(refusal);
      }
    }
    return new Read(entries, refused);
  }

  private static FeedbackEntry entry(JsonNode entry, String where) {
    Outcome outcome = outcome(entry, where);
    List<UUID> accepted = new ArrayList<>();
    for (JsonNode suggestion : entry.path("acceptedSuggestions")) {
      accepted.add(uuid(suggestion.path("id"), where + ".acceptedSuggestions.id"));
    }
    if (outcome == Outcome.ACCEPTED && accepted.isEmpty()) {
      throw Refusal.required(
          where + ".acceptedSuggestions",
          "An accepted card needs 'acceptedSuggestions' with the uuid of each suggestion taken.");
    }
    JsonNode override = entry.path("overrideReason");
    return new FeedbackEntry(
        uuid(entry.path("card"), where + ".card"),
        outcome,
        accepted,
        reason(override.path("reason"), where + ".overrideReason.reason"),
        comment(override.path("userComment"), where + ".overrideReason.userComment"),
        timestamp(entry.path("outcomeTimestamp"), where + ".outcomeTimestamp"));
  }

  private static Outcome outcome(JsonNode entry, String where) {
    String outcome = entry.path("outcome").asString("").toLowerCase(Locale.ROOT);
    return switch (outcome) {
      case "accepted" -> Outcome.ACCEPTED;
      case "overridden" -> Outcome.OVERRIDDEN;
      default ->
          throw Refusal.malformed(
              where + ".outcome", "'outcome' must be 'accepted' or 'overridden'.");
    };
  }

  private static UUID uuid(JsonNode value, String where) {
    try {
      return UUID.fromString(value.asString(""));
    } catch (IllegalArgumentException invalid) {
      throw Refusal.malformed(
          where, "'%s' must be the uuid of the card or suggestion.".formatted(where));
    }
  }

  private static Instant timestamp(JsonNode value, String where) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(value.asString(""));
      if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
        return time.toInstant();
      }
    } catch (DateTimeException invalid) {
      // Said below, together with times that no database keeps.
    }
    throw Refusal.malformed(
        where, "'%s' must be a time such as 2026-11-20T10:00:00Z.".formatted(where));
  }

  /** A client may send reasons that are not ours, and often without the display. */
  private static Optional<Coded> reason(JsonNode reason, String where) {
    String code = text(reason.path("code"), where + ".code");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Coded(
                cut(text(reason.path("system"), where + ".system"), 500),
                cut(code, 200),
                cut(text(reason.path("display"), where + ".display"), 500)));
  }

  private static Optional<String> comment(JsonNode comment, String where) {
    String text = text(comment, where);
    return text.isBlank() ? Optional.empty() : Optional.of(cut(text, LONGEST_COMMENT));
  }

  /** Databases keep no text with a zero in it, and none that is half a character. */
  private static String text(JsonNode value, String where) {
    String text = value.asString("");
    if (text.indexOf('\0') >= 0 || !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Refusal.malformed(
          where, "'%s' holds a character that cannot be kept.".formatted(where));
    }
    return text;
  }

  private static String cut(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    boolean halves = Character.isHighSurrogate(text.charAt(longest - 1));
    return text.substring(0, halves ? longest - 1 : longest);
  }
}
