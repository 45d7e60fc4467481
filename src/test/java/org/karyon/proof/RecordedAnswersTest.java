package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.karyon.assessment.Assess;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.ChartKey;
import org.karyon.facts.OrderSelection;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.reading.RecordReader;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The examples in this process: reading, assessment and cards alone, without the service around
 * them, come to the recorded answer, down to each result that a card names.
 */
class RecordedAnswersTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final UUID SAME = new UUID(0, 0);

  private final Guideline guideline = EveryPatient.GUIDELINE;
  private final RecordReader reader = new RecordReader(guideline);
  private final Assess assess = new Assess(guideline);
  private final Cards cards =
      new Cards(
          guideline, "http://localhost:8080", (moment, kind, rules) -> SAME, CardDetail.BRIEF);

  @TestFactory
  Stream<DynamicTest> readingAndAssessmentComeToTheRecordedAnswer() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of("fhir-examples"))) {
      return folders.filter(Files::isDirectory).sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(
                      folder.getFileName().toString(),
                      () ->
                          assertThat(cards(tree(folder.resolve("request.json"))))
                              .isEqualTo(recorded(folder))));
    }
  }

  private static JsonNode tree(Path file) throws IOException {
    return JSON.readTree(Files.readAllBytes(file));
  }

  private static List<JsonNode> recorded(Path folder) throws IOException {
    return withoutIdentities(tree(folder.resolve("response.json")).path("cards"));
  }

  private List<JsonNode> cards(JsonNode request) throws IOException {
    JsonNode context = request.path("context");
    String patient = context.path("patientId").asString();
    Chart chart =
        Chart.open(
            patient,
            keys(request.path("hook").asString()),
            request.path("prefetch"),
            context.has("draftOrders") ? context.path("draftOrders") : JSON.createObjectNode());
    List<Card> written =
        cards.write(
            assess.assess(reader.read(chart, CaseReader.TODAY, selection(context))),
            new CardContext(
                patient,
                context.path("encounterId").stringValueOpt(),
                context.path("userId").stringValueOpt(),
                HookMoment.valueOf(
                    request.path("hook").asString().toUpperCase(Locale.ROOT).replace('-', '_')),
                chart.draftsByReference()));
    return withoutIdentities(JSON.readTree(JSON.writeValueAsBytes(written)));
  }

  private static List<ChartKey> keys(String hook) throws IOException {
    List<ChartKey> keys = new ArrayList<>();
    for (JsonNode service : tree(Path.of("cds-services.json")).path("services")) {
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
