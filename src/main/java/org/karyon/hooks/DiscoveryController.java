package org.karyon.hooks;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers discovery (CDS Hooks 2.0, Discovery). */
@RestController
class DiscoveryController {

  private final Discovery discovery;

  DiscoveryController(Discovery discovery) {
    this.discovery = discovery;
  }

  @GetMapping("/cds-services")
  ResponseEntity<byte[]> services() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(discovery.document());
  }
}
