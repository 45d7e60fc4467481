package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.karyon.demo.ExampleCases;
import org.karyon.guideline.Guideline;
import org.karyon.release.Release;
import org.karyon.security.ExternalAddress;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/** What every page shows: which guideline it speaks of, and where the visitor is. */
@ControllerAdvice(basePackages = "org.karyon.explorer")
class CommonModel {

  private final Guideline guideline;
  private final ExternalAddress address;
  private final boolean examples;

  CommonModel(Guideline guideline, ExternalAddress address, Optional<ExampleCases> examples) {
    this.guideline = guideline;
    this.address = address;
    this.examples = examples.isPresent();
  }

  @ModelAttribute("version")
  String version() {
    return guideline.version();
  }

  @ModelAttribute("release")
  String release() {
    return Release.running().toString();
  }

  @ModelAttribute("source")
  String source() {
    return guideline.source().label();
  }

  @ModelAttribute("address")
  String address() {
    return address.url();
  }

  @ModelAttribute("hasExamples")
  boolean hasExamples() {
    return examples;
  }

  @ModelAttribute("section")
  String section(HttpServletRequest request) {
    String path = request.getServletPath();
    int end = path.indexOf('/', 1);
    return end < 0 ? path : path.substring(0, end);
  }
}
