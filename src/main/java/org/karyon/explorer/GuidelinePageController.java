package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.karyon.explorer.guideline.GuidelinePage;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.page.GuidelineMarkdown;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The guideline that every card links to: a page for browsers, Markdown for everybody else. */
@Controller
class GuidelinePageController {

  private static final int LONGEST_QUERY = 200;
  private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

  private final GuidelinePage page;
  private final byte[] markdown;

  GuidelinePageController(Guideline guideline) {
    this.page = GuidelinePage.of(guideline);
    this.markdown = GuidelineMarkdown.weave(guideline).getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/guideline")
  Object guideline(
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") List<String> rules,
      HttpServletRequest request,
      Model model) {
    String accept = Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT)).orElse("");
    boolean part = "true".equals(request.getHeader("HX-Request"));
    if (!part && !accept.contains(MediaType.TEXT_HTML_VALUE)) {
      // Plain text, because a browser shows it, while it would download Markdown.
      return ResponseEntity.ok()
          .header(HttpHeaders.VARY, HttpHeaders.ACCEPT)
          .contentType(TEXT)
          .body(markdown.clone());
    }
    String query = q.substring(0, Math.min(q.length(), LONGEST_QUERY));
    ModelAndView shown = new ModelAndView(part ? "guideline :: tables" : "guideline");
    shown.addAllObjects(model.asMap());
    shown.addObject("q", query);
    shown.addObject("map", page.map());
    shown.addObject("all", page.sections());
    shown.addObject("sections", page.found(query));
    shown.addObject("marked", page.known(rules));
    return shown;
  }

  @GetMapping("/guideline.md")
  ResponseEntity<byte[]> text() {
    return ResponseEntity.ok().contentType(TEXT).body(markdown.clone());
  }
}
