package org.karyon.hooks;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

  private FeedbackBody() {}

  static List<FeedbackEntry> entries(JsonNode body) {
    JsonNode feedback = body.path("feedback");
    if (!feedback.isArray() || feedback.isEmpty() || feedback.size() > MOST_ENTRIES) {
      throw Refusal.required(
          "feedback",
          "'feedback' must be an array with at least one and at most %d entries."
              .formatted(MOST_ENTRIES));
    }
    List<FeedbackEntry> entries = new ArrayList<>();
    for (int index = 0; index < feedback.size(); index++) {
      entries.add(entry(feedback.get(index), "feedback[" + index + "]"));
    }
    return entries;
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
        reason(override.path("reason")),
        comment(override.path("userComment")),
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
      return OffsetDateTime.parse(value.asString("")).toInstant();
    } catch (DateTimeException invalid) {
      throw Refusal.malformed(
          where, "'%s' must be a time such as 2026-11-20T10:00:00Z.".formatted(where));
    }
  }

  /** A client may send reasons that are not ours, and often without the display. */
  private static Optional<Coded> reason(JsonNode reason) {
    String code = reason.path("code").asString("");
    return code.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Coded(
                cut(reason.path("system").asString(""), 500),
                cut(code, 200),
                cut(reason.path("display").asString(""), 500)));
  }

  private static Optional<String> comment(JsonNode comment) {
    String text = comment.asString("");
    return text.isBlank() ? Optional.empty() : Optional.of(cut(text, LONGEST_COMMENT));
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
