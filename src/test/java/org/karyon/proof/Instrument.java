package org.karyon.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartKey;
import org.karyon.chart.ChartPart;
import org.karyon.chart.RecordSource;
import org.karyon.chart.SentResources;
import org.karyon.chart.Subject;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One guideline at work in this process: resources are read, assessed, and written into cards. */
public final class Instrument {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final UUID SAME = new UUID(0, 0);

  private final Guideline guideline;
  private Optional<RecordReader> reader = Optional.empty();
  private Optional<Assess> assess = Optional.empty();
  private Optional<Cards> cards = Optional.empty();

  /** Prepares nothing yet: what a guideline is asked for is made when it is first asked for. */
  public Instrument(Guideline guideline) {
    this.guideline = guideline;
  }

  /** The knowledge. */
  public Guideline guideline() {
    return guideline;
  }

  /** Reads resources and drafts on a day. */
  public PatientRecord read(
      List<? extends JsonNode> resources, List<ObjectNode> drafts, LocalDate on) {
    RecordReader reading = reader.orElseGet(() -> new RecordReader(guideline));
    reader = Optional.of(reading);
    return reading.read(
        Chart.open(
            "p",
            SentResources.keys(),
            SentResources.prefetch(resources),
            SentResources.bundle(drafts)),
        on,
        new OrderSelection.Every());
  }

  /** The same where nothing was sent and each kind had to be fetched, in two parts. */
  public PatientRecord fetch(
      List<? extends JsonNode> resources, List<ObjectNode> drafts, LocalDate on) {
    RecordReader reading = reader.orElseGet(() -> new RecordReader(guideline));
    reader = Optional.of(reading);
    List<ChartKey> keys = new ArrayList<>();
    for (ChartKey kind : SentResources.keys()) {
      String type = kind.resourceType();
      keys.add(new ChartKey(type + " of the first page", type, false));
      if (!type.equals("Patient")) {
        keys.add(new ChartKey(type + " of the second page", type + "?page=2", false));
      }
    }
    RecordSource source =
        queries ->
            queries.stream()
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        query -> new ChartPart.Whole(page(query.key(), resources))));
    ObjectNode nothing = JSON.createObjectNode();
    return reading.read(
        Chart.open(
            Subject.of("p", Optional.empty(), nothing),
            keys,
            nothing,
            SentResources.bundle(drafts),
            source),
        on,
        new OrderSelection.Every());
  }

  private static List<JsonNode> page(ChartKey key, List<? extends JsonNode> resources) {
    List<JsonNode> page = new ArrayList<>();
    boolean first = true;
    for (JsonNode resource : resources) {
      if (resource.path("resourceType").asString().equals(key.resourceType())) {
        if (first == key.name().endsWith("first page")) {
          page.add(resource);
        }
        first = key.resourceType().equals("Patient") || !first;
      }
    }
    return page;
  }

  /** What the guideline makes of a record. */
  public Assessment assess(PatientRecord record) {
    Assess assessing = assess.orElseGet(() -> new Assess(guideline));
    assess = Optional.of(assessing);
    return assessing.assess(record);
  }

  /** The cards of one moment. */
  public List<Card> cards(Assessment assessment, List<ObjectNode> drafts, HookMoment moment) {
    Cards writing =
        cards.orElseGet(
            () ->
                new Cards(
                    guideline, "http://localhost", (when, kind, rules) -> SAME, CardDetail.BRIEF));
    cards = Optional.of(writing);
    Map<String, JsonNode> byReference = new LinkedHashMap<>();
    drafts.forEach(
        draft ->
            byReference.put(
                draft.path("resourceType").asString() + '/' + draft.path("id").asString(), draft));
    return writing.write(
        assessment, new CardContext("p", Optional.empty(), Optional.empty(), moment, byReference));
  }
}
