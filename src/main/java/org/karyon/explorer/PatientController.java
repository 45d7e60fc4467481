package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.karyon.chart.HandedRecord;
import org.karyon.demo.ExampleCase;
import org.karyon.demo.ExampleCases;
import org.karyon.explorer.patient.CardMarkdown;
import org.karyon.explorer.patient.Changes;
import org.karyon.explorer.patient.Drafts;
import org.karyon.explorer.patient.NotShown;
import org.karyon.explorer.patient.PatientPages;
import org.karyon.explorer.patient.SentScreen;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.Orderable;
import org.karyon.security.ExternalAddress;
import org.karyon.web.JsonBody;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The pages of patients: the examples, and a record that a visitor hands over. The record lives as
 * long as its request.
 */
@Controller
class PatientController {

  private static final String FACT = "fact.";
  private static final String AS_OF = "as-of";

  private final Optional<ExampleCases> examples;
  private final PatientPages pages;
  private final JsonBody json;
  private final HandedRecord handed;
  private final Guideline guideline;
  private final ExternalAddress address;
  private final CardMarkdown markdown = new CardMarkdown();

  PatientController(
      Optional<ExampleCases> examples,
      PatientPages pages,
      JsonBody json,
      HandedRecord handed,
      Guideline guideline,
      ExternalAddress address) {
    this.examples = examples;
    this.pages = pages;
    this.json = json;
    this.handed = handed;
    this.guideline = guideline;
    this.address = address;
  }

  @GetMapping("/patients")
  String gallery(Model model) {
    Map<String, List<Example>> groups = new LinkedHashMap<>();
    examples.stream()
        .flatMap(cases -> cases.all().stream())
        .map(Example::of)
        .forEach(
            example ->
                groups.computeIfAbsent(example.group(), unused -> new ArrayList<>()).add(example));
    model.addAttribute("groups", groups);
    model.addAttribute("mostBytes", handed.maximumBytes());
    return "patients";
  }

  @GetMapping("/patients/{name}")
  String example(
      @PathVariable String name,
      @RequestParam(name = AS_OF, defaultValue = "") String asOf,
      Model model) {
    show(new Sent(Optional.of(example(name)), example(name).request()), Map.of(AS_OF, asOf), model);
    return "patient";
  }

  /** A record that was pasted, or that the page took from a file. */
  @PostMapping("/patients")
  String pasted(HttpServletRequest request, Model model) {
    String text = SentForm.of(request).getOrDefault("record", "");
    if (text.isBlank()) {
      throw new NotShown("Nothing was sent: paste a record, or choose a file.");
    }
    show(new Sent(Optional.empty(), text), Map.of(), model);
    return "patient";
  }

  /** The same patient with other facts, or with other orders on the screen. */
  @PostMapping("/patients/what-if")
  String whatIf(
      HttpServletRequest request,
      @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
      Model model) {
    Map<String, String> form = SentForm.of(request);
    Sent sent =
        Optional.ofNullable(form.get("example"))
            .filter(name -> !name.isEmpty())
            .map(name -> new Sent(Optional.of(example(name)), example(name).request()))
            .orElseGet(() -> new Sent(Optional.empty(), form.getOrDefault("record", "")));
    show(sent, form, model);
    return part ? "patient :: answer" : "patient";
  }

  private ExampleCase example(String name) {
    return examples
        .flatMap(cases -> cases.named(name))
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
  }

  private record Sent(Optional<ExampleCase> example, String text) {}

  private void show(Sent sent, Map<String, String> form, Model model) {
    SentScreen screen =
        SentScreen.of(json.object(sent.text().getBytes(StandardCharsets.UTF_8)), handed.keys());
    Drafts drafts =
        form.containsKey("drafts")
            ? Drafts.of(json.object(form.get("drafts").getBytes(StandardCharsets.UTF_8)))
            : Drafts.of(screen.drafts());
    act(form, drafts, screen.patientId());
    Map<String, String> supposed = new LinkedHashMap<>();
    if (!form.containsKey("reset")) {
      form.forEach(
          (name, value) -> {
            if (name.startsWith(FACT) && !value.isBlank()) {
              supposed.put(name.substring(FACT.length()), value.strip());
            }
          });
    }
    model.addAttribute("page", pages.page(screen, drafts, Changes.of(supposed), asOf(form)));
    model.addAttribute("example", sent.example().map(Example::of).orElse(null));
    model.addAttribute(
        "story", sent.example().map(Example::of).map(e -> markdown.html(e.story())).orElse(""));
    model.addAttribute("curl", curl(sent));
    model.addAttribute("record", sent.text());
    model.addAttribute("request", sent.text());
    model.addAttribute(
        "orderables",
        guideline.orderables().values().stream()
            .map(order -> new Choice(order.id(), order.text(), group(order)))
            .toList());
  }

  private static Optional<LocalDate> asOf(Map<String, String> form) {
    try {
      return Optional.ofNullable(form.get(AS_OF))
          .filter(day -> !day.isBlank())
          .map(day -> LocalDate.parse(day.strip()));
    } catch (DateTimeParseException unreadable) {
      throw new NotShown("Write the day like 2026-11-23.");
    }
  }

  private String curl(Sent sent) {
    String post = "curl -s -H 'Content-Type: application/json' --data-binary ";
    String services = address.url() + "/cds-services/";
    return sent.example()
        .map(
            example ->
                "curl -s %s/examples/%s/request | %s@- %s%s"
                    .formatted(address.url(), example.name(), post, services, example.service()))
        .orElse(post + "@request.json " + services + "all-patient-view");
  }

  private void act(Map<String, String> form, Drafts drafts, String patientId) {
    if (form.containsKey("take")) {
      drafts.take(json.array(form.get("take").getBytes(StandardCharsets.UTF_8)));
    }
    Optional.ofNullable(form.get("remove")).ifPresent(drafts::remove);
    if (form.containsKey("add")) {
      drafts.add(guideline, form.getOrDefault("order", ""), patientId);
    }
  }

  private static String group(Orderable order) {
    return switch (order.kind()) {
      case MEDICATION -> "Drugs";
      case PROCEDURE -> "Procedures";
      case TEST -> "Tests";
    };
  }

  /**
   * An order to draft.
   *
   * @param id the order
   * @param words its words
   * @param group its kind
   */
  record Choice(String id, String words, String group) {}
}
