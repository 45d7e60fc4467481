package org.karyon.hooks;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.karyon.feedback.FeedbackReport;
import org.karyon.feedback.FeedbackReporter;
import org.karyon.outcomes.SpreadsheetCell;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells the operator what became of the cards, by rule; no comment and no card is shown. */
@RestController
class FeedbackReportController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final FeedbackReporter reporter;

  FeedbackReportController(FeedbackReporter reporter) {
    this.reporter = reporter;
  }

  @GetMapping(path = "/feedback/report", produces = MediaType.APPLICATION_JSON_VALUE)
  FeedbackReport report() {
    return reporter.report();
  }

  @GetMapping(path = "/feedback/report.csv")
  ResponseEntity<String> file() {
    return table();
  }

  @GetMapping(path = "/feedback/report", produces = "text/csv")
  ResponseEntity<String> table() {
    Stream<List<String>> lines =
        reporter.report().lines().stream()
            .map(
                line ->
                    List.of(
                        line.guidelineVersion(),
                        line.kind(),
                        line.rule(),
                        Long.toString(line.shown()),
                        Long.toString(line.accepted()),
                        Long.toString(line.overridden()),
                        reasons(line)));
    List<String> head =
        List.of("guideline_version", "kind", "rule", "shown", "accepted", "overridden", "reasons");
    return ResponseEntity.ok()
        .contentType(CSV)
        .body(
            Stream.concat(Stream.of(head), lines)
                .map(FeedbackReportController::row)
                .collect(Collectors.joining("\r\n", "", "\r\n")));
  }

  private static String reasons(FeedbackReport.Line line) {
    return line.reasons().stream()
        .map(reason -> reason.system() + '|' + reason.code() + '=' + reason.count())
        .collect(Collectors.joining(" "));
  }

  private static String row(List<String> cells) {
    return cells.stream().map(FeedbackReportController::cell).collect(Collectors.joining(","));
  }

  /** RFC 4180. Reasons are the clients' text, which a spreadsheet must not run as a formula. */
  private static String cell(String text) {
    return '"' + SpreadsheetCell.harmless(text).replace("\"", "\"\"") + '"';
  }
}
