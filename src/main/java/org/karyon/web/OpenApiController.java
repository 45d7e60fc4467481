package org.karyon.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the description of every end point that is not of the FHIR API (OpenAPI 3.1). */
@RestController
class OpenApiController {

  private final byte[] document;

  OpenApiController() {
    try (InputStream stream = new ClassPathResource("openapi.json").getInputStream()) {
      this.document = stream.readAllBytes();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  @GetMapping("/openapi")
  ResponseEntity<byte[]> describe() {
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(document.clone());
  }
}
