package org.karyon.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.assessment.Assess;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.reading.RecordReader;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Answers service calls: chart, facts, assessment, cards, and nothing kept afterwards. */
@RestController
class HookController {

  private static final Set<String> REQUESTERS =
      Set.of("Practitioner", "PractitionerRole", "Patient", "RelatedPerson");

  private final Discovery discovery;
  private final JsonBody json;
  private final RecordReader reader;
  private final Assess assess;
  private final Cards cards;
  private final Clock clock;
  private final RecordSources sources;

  HookController(
      Discovery discovery,
      JsonBody json,
      RecordReader reader,
      Assess assess,
      Cards cards,
      Clock clock,
      RecordSources sources) {
    this.discovery = discovery;
    this.json = json;
    this.reader = reader;
    this.assess = assess;
    this.cards = cards;
    this.clock = clock;
    this.sources = sources;
  }

  @PostMapping(
      path = "/cds-services/{id}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
  ResponseEntity<byte[]> call(
      @PathVariable String id,
      @RequestBody(required = false) Optional<byte[]> body,
      HttpServletRequest caller) {
    CdsService service = discovery.service(id);
    HookRequest request = HookRequest.of(json.object(body.orElse(new byte[0])), service);
    Chart chart =
        Chart.open(
            request.patientId(),
            service.keys(),
            request.prefetch(),
            request.draftOrders(),
            sources.of(request.fhirAccess(), caller));
    List<Card> written =
        cards.write(
            assess.assess(reader.read(chart, LocalDate.now(clock), request.selection())),
            context(request, service, chart));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(Map.of("cards", written)));
  }

  private static CardContext context(HookRequest request, CdsService service, Chart chart) {
    Optional<String> requester =
        request.userId().filter(user -> REQUESTERS.contains(user.substring(0, user.indexOf('/'))));
    return new CardContext(
        request.patientId(),
        request.encounterId(),
        requester,
        service.moment(),
        chart.draftsByReference());
  }
}
