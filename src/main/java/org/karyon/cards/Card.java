package org.karyon.cards;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.karyon.guideline.Coded;
import tools.jackson.databind.JsonNode;

/**
 * A CDS Hooks card (CDS Hooks 2.0, Card Attributes).
 *
 * @param uuid unique to this card, so that feedback can name it
 * @param summary one plain sentence of at most 139 characters
 * @param detail GitHub-flavoured Markdown without HTML
 * @param indicator info, warning or critical
 * @param source the guideline
 * @param suggestions draft orders to choose from; left out when there are none
 * @param selectionBehavior any or at-most-one; only with suggestions
 * @param overrideReasons reasons to offer for setting the card aside; left out when there are none
 * @param links where to read more
 * @param extension the machine-readable assessment
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Card(
    UUID uuid,
    String summary,
    String detail,
    String indicator,
    Source source,
    List<Suggestion> suggestions,
    Optional<String> selectionBehavior,
    List<Coded> overrideReasons,
    List<Link> links,
    Map<String, AssessmentExtension> extension) {

  /** The same card with the number by which feedback names it, and with more links. */
  Card shown(UUID number, List<Link> more) {
    return copy(number, source, suggestions, Stream.concat(links.stream(), more.stream()).toList());
  }

  /** The same card, whose source leads to where its first link led. */
  Card withoutLinks() {
    Source leading =
        links.stream()
            .findFirst()
            .map(link -> new Source(source.label(), link.url(), source.topic()))
            .orElse(source);
    return copy(uuid, leading, suggestions, List.of());
  }

  /**
   * The same card with other suggestions.
   *
   * @param others what is suggested instead; with none there is nothing to select
   * @return the card
   */
  public Card suggesting(List<Suggestion> others) {
    return copy(uuid, source, List.copyOf(others), links);
  }

  private Card copy(UUID number, Source from, List<Suggestion> suggested, List<Link> linked) {
    return new Card(
        number,
        summary,
        detail,
        indicator,
        from,
        suggested,
        suggested.isEmpty() ? Optional.empty() : selectionBehavior,
        overrideReasons,
        linked,
        extension);
  }

  /**
   * Where the advice comes from.
   *
   * @param label the guideline with its date
   * @param url an absolute address about it
   * @param topic what the card is about
   */
  public record Source(String label, String url, Coded topic) {}

  /**
   * A link of a card.
   *
   * @param label the words of the link
   * @param url an absolute address
   * @param type absolute, or smart for an app that the EHR launches
   */
  public record Link(String label, String url, String type) {}

  /**
   * A set of orders that belong together.
   *
   * @param label the words of the button
   * @param uuid unique to this suggestion
   * @param actions what taking it does
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Suggestion(String label, UUID uuid, List<Action> actions) {}

  /**
   * One change that a suggestion proposes.
   *
   * @param type create, update or delete
   * @param description what it does, for a person
   * @param resource the whole resource; empty for a delete
   * @param resourceId the draft to delete as {@code Type/id}; empty otherwise
   */
  @JsonInclude(JsonInclude.Include.NON_EMPTY)
  public record Action(
      String type, String description, Optional<JsonNode> resource, Optional<String> resourceId) {}
}
