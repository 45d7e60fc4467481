package org.karyon.hooks;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.assessment.Assess;
import org.karyon.assessment.Assessment;
import org.karyon.audit.DecisionAudit;
import org.karyon.cards.Card;
import org.karyon.cards.CardContext;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.chart.Subject;
import org.karyon.reading.RecordReader;
import org.karyon.web.EvaluationDay;
import org.karyon.web.JsonBody;
import org.karyon.web.LogContext;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
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
  private final EvaluationDay day;
  private final RecordSources sources;
  private final DecisionAudit audit;
  private final CardCounts counts;
  private final HooksProperties properties;
  private final ObservationRegistry observations;

  HookController(
      Discovery discovery,
      JsonBody json,
      RecordReader reader,
      Assess assess,
      Cards cards,
      EvaluationDay day,
      RecordSources sources,
      DecisionAudit audit,
      CardCounts counts,
      HooksProperties properties,
      ObservationRegistry observations) {
    this.discovery = discovery;
    this.json = json;
    this.reader = reader;
    this.assess = assess;
    this.cards = cards;
    this.day = day;
    this.sources = sources;
    this.audit = audit;
    this.counts = counts;
    this.properties = properties;
    this.observations = observations;
  }

  @PostMapping(
      path = "/cds-services/{id}",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
  ResponseEntity<byte[]> call(
      @PathVariable String id,
      @RequestBody(required = false) Optional<byte[]> body,
      HttpServletRequest caller) {
    CdsService service = discovery.service(id);
    Observation observation =
        Observation.createNotStarted("karyon.call", observations)
            .lowCardinalityKeyValue("service", service.id());
    return observation.observe(
        () -> answer(service, body.orElse(new byte[0]), caller, observation));
  }

  private ResponseEntity<byte[]> answer(
      CdsService service, byte[] body, HttpServletRequest caller, Observation observation) {
    observation.lowCardinalityKeyValue("outcome", "refused");
    JsonNode sent = json.hook(body);
    AskedEdition edition = AskedEdition.of(caller, sent);
    HookRequest request = HookRequest.of(sent, service, properties.maximumEntries());
    LogContext.hookInstance(request.hookInstance());
    List<Card> decided = decide(service, request, caller);
    observation.lowCardinalityKeyValue("outcome", decided.isEmpty() ? "no-cards" : "cards");
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(
            JsonMapper.shared()
                .writeValueAsBytes(
                    edition.third()
                        ? ThirdEdition.answer(decided, edition)
                        : Map.of("cards", decided)));
  }

  private List<Card> decide(CdsService service, HookRequest request, HttpServletRequest caller) {
    Chart chart =
        Chart.open(
            Subject.of(
                request.patientId(),
                request.fhirAccess().server(),
                request.prefetch(),
                request.draftOrders()),
            service.keys(),
            request.prefetch(),
            request.draftOrders(),
            sources.of(request.fhirAccess(), caller));
    Assessment assessment =
        assess.assess(reader.read(chart, day.of(request.patientId()), request.selection()));
    Cards.Written answer = cards.written(assessment, context(request, service, chart));
    List<Card> written = answer.cards();
    counts.add(service, written);
    audit.note(
        service.id(),
        Optional.ofNullable(caller.getRemoteUser()),
        assessment,
        CardCounts.kinds(written),
        answer.policy());
    return written;
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
