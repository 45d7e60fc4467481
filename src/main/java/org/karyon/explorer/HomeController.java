package org.karyon.explorer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.karyon.chart.HandedRecord;
import org.karyon.explorer.patient.Changes;
import org.karyon.explorer.patient.Drafts;
import org.karyon.explorer.patient.Moment;
import org.karyon.explorer.patient.PatientPages;
import org.karyon.explorer.patient.SentScreen;
import org.karyon.explorer.patient.ShownCard;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** The first page: what this is, a card, and the doors. */
@Controller
class HomeController {

  /** An invented patient whose work-up is complete, so that a card shows what to choose. */
  private static final String SHOWN =
      "fhir-examples/08-ph-negative-adult-cd20-positive-work-up-complete/request.json";

  private final PatientPages pages;
  private final SentScreen screen;

  HomeController(PatientPages pages, HandedRecord handed) throws IOException {
    this.pages = pages;
    this.screen =
        SentScreen.of(
            JsonMapper.shared()
                .readTree(new ClassPathResource(SHOWN).getContentAsString(StandardCharsets.UTF_8)),
            handed.keys());
  }

  @GetMapping("/")
  String home(Model model) {
    List<ShownCard> cards =
        pages
            .page(screen, Drafts.of(screen.drafts()), new Changes(java.util.Map.of()))
            .moments()
            .stream()
            .findFirst()
            .map(Moment::cards)
            .orElse(List.of());
    model.addAttribute("card", cards.isEmpty() ? null : cards.getLast());
    return "home";
  }
}
