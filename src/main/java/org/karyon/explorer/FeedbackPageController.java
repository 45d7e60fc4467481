package org.karyon.explorer;

import java.util.Optional;
import org.karyon.explorer.outcome.OutcomePages;
import org.karyon.feedback.FeedbackOverTime;
import org.karyon.feedback.FeedbackReporter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What came of the advice, for the operator. */
@Controller
class FeedbackPageController {

  private final FeedbackReporter reporter;
  private final FeedbackOverTime overTime;

  FeedbackPageController(FeedbackReporter reporter, FeedbackOverTime overTime) {
    this.reporter = reporter;
    this.overTime = overTime;
  }

  @GetMapping("/feedback")
  String feedback(@RequestParam Optional<String> rule, Model model) {
    Optional<String> chosen = rule.filter(name -> !name.isBlank());
    model.addAttribute("page", OutcomePages.of(reporter.report(), overTime.days(chosen)));
    model.addAttribute("rule", chosen.orElse(""));
    return "feedback";
  }
}
