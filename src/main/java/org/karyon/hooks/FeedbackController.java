package org.karyon.hooks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.feedback.FeedbackStore;
import org.karyon.outcomes.Outcomes;
import org.karyon.web.JsonBody;
import org.karyon.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Takes feedback on cards and answers once it is stored (CDS Hooks 2.0, Feedback). */
@RestController
class FeedbackController {

  private final Discovery discovery;
  private final JsonBody json;
  private final FeedbackStore store;

  FeedbackController(Discovery discovery, JsonBody json, FeedbackStore store) {
    this.discovery = discovery;
    this.json = json;
    this.store = store;
  }

  @PostMapping(
      path = "/cds-services/{id}/feedback",
      consumes = {MediaType.APPLICATION_JSON_VALUE, "application/*+json"})
  ResponseEntity<byte[]> feedback(
      @PathVariable String id, @RequestBody(required = false) Optional<byte[]> body) {
    CdsService service = discovery.service(id);
    FeedbackBody.Read read = FeedbackBody.read(json.object(body.orElse(new byte[0])));
    List<Refusal> refused = new ArrayList<>(read.refused());
    List<String> names = List.copyOf(read.entries().keySet());
    for (int place : store.keep(service.id(), List.copyOf(read.entries().values()))) {
      String where = names.get(place);
      refused.add(Refusal.malformed(where, "'%s' cannot be kept.".formatted(where)));
    }
    if (!refused.isEmpty()) {
      return refused(refused, read.entries().size() + read.refused().size() - refused.size());
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new byte[] {'{', '}'});
  }

  /** The client need not send again what was kept, and may. */
  private static ResponseEntity<byte[]> refused(List<Refusal> refused, int kept) {
    return Outcomes.of(
        HttpStatus.BAD_REQUEST,
        refused.stream()
            .map(
                refusal ->
                    new Outcomes.Issue(
                        refusal.code(),
                        refusal.where(),
                        "%s The entry was not kept; %d others were."
                            .formatted(refusal.getMessage(), kept)))
            .toList());
  }
}
