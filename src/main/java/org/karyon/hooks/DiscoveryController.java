package org.karyon.hooks;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers discovery (CDS Hooks 2.0, Discovery). */
@RestController
class DiscoveryController {

  private final byte[] document;
  private final byte[] ofThirdEdition;

  DiscoveryController(Discovery discovery) {
    this.document = discovery.document();
    this.ofThirdEdition = ThirdEdition.discovery(document);
  }

  @GetMapping("/cds-services")
  ResponseEntity<byte[]> services(HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(AskedEdition.of(request).third() ? ofThirdEdition : document);
  }
}
