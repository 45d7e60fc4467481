package org.karyon.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.karyon.BuiltIn;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.SentResources;
import org.karyon.facts.OrderSelection;
import org.karyon.facts.PatientRecord;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.reading.RecordReader;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The steps of a call without HTTP, one method for each. */
public final class Pipeline {

  /** The knowledge that every run uses. */
  public static final Guideline GUIDELINE = BuiltIn.GUIDELINE;

  private static final JsonMapper JSON = JsonMapper.shared();

  private final RecordJson json = new RecordJson(ReadLimits.CLINICAL);
  private final RecordReader reader = new RecordReader(GUIDELINE);
  private final Assess assess = new Assess(GUIDELINE);
  private final Cards cards =
      new Cards(
          GUIDELINE,
          "http://localhost:8080",
          (moment, kind, rules) -> UUID.randomUUID(),
          CardDetail.BRIEF);
  private final BenchPatient patient;

  /**
   * The steps for one patient.
   *
   * @param patient the patient
   */
  public Pipeline(BenchPatient patient) {
    this.patient = patient;
  }

  /**
   * The floor: the tokens of the body and nothing else.
   *
   * @param body the request
   * @return how many tokens there are
   */
  public int tokens(byte[] body) {
    int tokens = 0;
    try (JsonParser parser = json.parser(body, 0, body.length)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return tokens;
  }

  /**
   * The body as a tree.
   *
   * @param body the request
   * @return the tree
   */
  public JsonNode parse(byte[] body) {
    return json.readHook(body);
  }

  /**
   * The chart of the request.
   *
   * @param request the tree of the body
   * @return the chart
   */
  public Chart open(JsonNode request) {
    return SentResources.chart(request);
  }

  /**
   * The facts of the chart.
   *
   * @param chart the chart
   * @param request the tree of the body, for its selections
   * @return what was read
   */
  public PatientRecord read(Chart chart, JsonNode request) {
    Set<String> selected = new LinkedHashSet<>();
    request.path("context").path("selections").forEach(one -> selected.add(one.asString()));
    return reader.read(
        chart,
        BenchPatient.TODAY,
        selected.isEmpty() ? new OrderSelection.Every() : new OrderSelection.Named(selected));
  }

  /**
   * What the guideline makes of the patient.
   *
   * @param record what was read
   * @return the assessment
   */
  public Assessment assess(PatientRecord record) {
    return assess.assess(record);
  }

  /**
   * The cards.
   *
   * @param assessment the assessment
   * @param chart the chart, for the drafts as they were sent
   * @return the cards
   */
  public List<Card> cards(Assessment assessment, Chart chart) {
    return cards.write(
        assessment,
        new CardContext(
            "example-08",
            Optional.of("encounter-1"),
            Optional.of("Practitioner/haematologist-1"),
            HookMoment.valueOf(patient.hook().toUpperCase(Locale.ROOT).replace('-', '_')),
            chart.draftsByReference()));
  }

  /**
   * The answer.
   *
   * @param written the cards
   * @return its bytes
   */
  public byte[] write(List<Card> written) {
    return JSON.writeValueAsBytes(Map.of("cards", written));
  }

  /**
   * All steps, one after the other.
   *
   * @param body the request
   * @return the answer
   */
  public byte[] answer(byte[] body) {
    JsonNode request = parse(body);
    Chart chart = open(request);
    return write(cards(assess(read(chart, request)), chart));
  }
}
