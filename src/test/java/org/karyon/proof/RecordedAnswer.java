package org.karyon.proof;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.karyon.ExampleFolders;
import org.karyon.assessment.Assess;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartKey;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * An example, as it was read, and the cards that are recorded for it.
 *
 * @param name its folder
 * @param record what was read
 * @param context for whom orders are drafted, and when
 * @param cards the cards of its folder, without their numbers
 */
record RecordedAnswer(
    String name, PatientRecord record, CardContext context, List<JsonNode> cards) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final UUID SAME = new UUID(0, 0);

  /** Every example, read by one reader. */
  static List<RecordedAnswer> read(RecordReader reader) {
    return ExampleFolders.all().stream().map(example -> read(example, reader)).toList();
  }

  private static RecordedAnswer read(Path folder, RecordReader reader) {
    JsonNode request = ExampleFolders.request(folder);
    JsonNode context = request.path("context");
    String patient = context.path("patientId").asString();
    String hook = request.path("hook").asString();
    Chart chart =
        Chart.open(
            patient,
            keys(hook),
            request.path("prefetch"),
            context.has("draftOrders") ? context.path("draftOrders") : JSON.createObjectNode());
    return new RecordedAnswer(
        ExampleFolders.name(folder),
        reader.read(chart, CaseReader.TODAY, selection(context)),
        new CardContext(
            patient,
            context.path("encounterId").stringValueOpt(),
            context.path("userId").stringValueOpt(),
            HookMoment.valueOf(hook.toUpperCase(Locale.ROOT).replace('-', '_')),
            chart.draftsByReference()),
        withoutIdentities(JSON.readTree(folder.resolve("response.json")).path("cards")));
  }

  /** The cards that one guideline has for the record now. */
  List<JsonNode> written(Guideline guideline) {
    Cards writing =
        new Cards(
            guideline, "http://localhost:8080", (moment, kind, rules) -> SAME, CardDetail.BRIEF);
    return withoutIdentities(
        JSON.readTree(
            JSON.writeValueAsBytes(writing.write(new Assess(guideline).assess(record), context))));
  }

  private static List<ChartKey> keys(String hook) {
    List<ChartKey> keys = new ArrayList<>();
    for (JsonNode service : JSON.readTree(Path.of("cds-services.json")).path("services")) {
      if (service.path("hook").asString().equals(hook)) {
        for (Map.Entry<String, JsonNode> key : service.path("prefetch").properties()) {
          keys.add(new ChartKey(key.getKey(), key.getValue().asString(), false));
        }
      }
    }
    return keys;
  }

  private static OrderSelection selection(JsonNode context) {
    Set<String> named = new LinkedHashSet<>();
    context.path("selections").forEach(reference -> named.add(reference.asString()));
    return named.isEmpty() ? new OrderSelection.Every() : new OrderSelection.Named(named);
  }

  private static List<JsonNode> withoutIdentities(JsonNode cards) {
    for (JsonNode card : cards) {
      ((ObjectNode) card).remove("uuid");
      card.path("suggestions").forEach(suggestion -> ((ObjectNode) suggestion).remove("uuid"));
    }
    return cards.valueStream().toList();
  }
}
