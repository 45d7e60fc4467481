package org.karyon.hooks;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.cards.CardContext;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.facts.OrderSelection;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.HookMoment;
import org.karyon.reading.RecordReader;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes an example patient through every step before the service says that it is ready, so that the
 * first clinician does not wait for classes to be loaded. Nothing of it is counted, audited or
 * kept.
 */
final class WarmUp implements ApplicationRunner {

  private static final String EXAMPLE =
      "/fhir-examples/27-ph-positive-chemotherapy-without-tki/request.json";

  private static final int ROUNDS = 3;

  private final HandedRecord handed;
  private final RecordJson json;
  private final RecordReader reader;
  private final Assess assess;
  private final Cards cards;
  private final Clock clock;

  WarmUp(
      HandedRecord handed,
      RecordJson json,
      RecordReader reader,
      Assess assess,
      Guideline guideline,
      Clock clock) {
    this.handed = handed;
    this.json = json;
    this.reader = reader;
    this.assess = assess;
    this.clock = clock;
    this.cards =
        new Cards(
            guideline,
            "http://localhost",
            (moment, kind, rules) -> UUID.randomUUID(),
            CardDetail.BRIEF);
  }

  @Override
  public void run(ApplicationArguments arguments) {
    byte[] example = example();
    for (int round = 0; round < ROUNDS; round++) {
      for (HookMoment moment : HookMoment.values()) {
        answer(example, moment);
      }
    }
  }

  private byte[] answer(byte[] example, HookMoment moment) {
    JsonNode request = json.read(example);
    JsonNode context = request.path("context");
    String patient = context.path("patientId").asString();
    Chart chart =
        Chart.open(patient, handed.keys(), request.path("prefetch"), context.path("draftOrders"));
    Assessment assessment =
        assess.assess(reader.read(chart, LocalDate.now(clock), new OrderSelection.Every()));
    CardContext screen =
        new CardContext(
            patient, Optional.empty(), Optional.empty(), moment, chart.draftsByReference());
    return JsonMapper.shared().writeValueAsBytes(Map.of("cards", cards.write(assessment, screen)));
  }

  private static byte[] example() {
    try (InputStream file = WarmUp.class.getResourceAsStream(EXAMPLE)) {
      if (file == null) {
        throw new IllegalStateException("The example " + EXAMPLE + " is not in the application.");
      }
      return file.readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
