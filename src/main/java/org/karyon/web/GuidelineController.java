package org.karyon.web;

import java.nio.charset.StandardCharsets;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.page.GuidelineMarkdown;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Serves the woven guideline that every card links to. */
@RestController
class GuidelineController {

  private final byte[] page;

  GuidelineController(Guideline guideline) {
    this.page = GuidelineMarkdown.weave(guideline).getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/guideline")
  ResponseEntity<byte[]> guideline() {
    // Plain text, because a browser shows it, while it would download Markdown.
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .body(page.clone());
  }
}
