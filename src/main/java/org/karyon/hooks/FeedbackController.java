package org.karyon.hooks;

import java.util.List;
import java.util.Optional;
import org.karyon.feedback.FeedbackEntry;
import org.karyon.feedback.FeedbackStore;
import org.karyon.web.JsonBody;
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
    List<FeedbackEntry> entries = FeedbackBody.entries(json.object(body.orElse(new byte[0])));
    store.keep(service.id(), entries);
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(new byte[] {'{', '}'});
  }
}
