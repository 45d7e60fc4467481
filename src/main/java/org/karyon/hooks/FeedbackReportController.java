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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells the operator what became of the cards, by rule; no comment and no card is shown. */
@RestController
class FeedbackReportController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private static final List<String> COUNTS = List.of("shown", "accepted", "overridden", "reasons");

  private final FeedbackReporter reporter;

  FeedbackReportController(FeedbackReporter reporter) {
    this.reporter = reporter;
  }

  @GetMapping(path = "/feedback/report", produces = MediaType.APPLICATION_JSON_VALUE)
  FeedbackReport report() {
    return reporter.report();
  }

  @GetMapping(path = "/feedback/report.csv")
  ResponseEntity<String> file(@RequestParam(defaultValue = "rule") String by) {
    return table(by);
  }

  /** By rule and version of the guideline, or by month and service. */
  @GetMapping(path = "/feedback/report", produces = "text/csv")
  ResponseEntity<String> table(@RequestParam(defaultValue = "rule") String by) {
    Stream<List<String>> rows = by.equals("month") ? byMonth() : byRule();
    return ResponseEntity.ok()
        .contentType(CSV)
        .body(
            rows.map(FeedbackReportController::row)
                .collect(Collectors.joining("\r\n", "", "\r\n")));
  }

  private Stream<List<String>> byRule() {
    return Stream.concat(
        Stream.of(columns(List.of("guideline_version", "kind", "rule"), COUNTS, List.of())),
        reporter.report().lines().stream()
            .map(
                line ->
                    columns(
                        List.of(line.guidelineVersion(), line.kind(), line.rule()),
                        counts(line.counts()),
                        List.of())));
  }

  private Stream<List<String>> byMonth() {
    FeedbackReport report = reporter.report();
    List<String> marked =
        report.marked().stream().map(rule -> rule.kind() + ' ' + rule.rule()).toList();
    return Stream.concat(
        Stream.of(columns(List.of("month", "service", "kind", "rule"), COUNTS, List.of("marked"))),
        report.months().stream()
            .map(
                month ->
                    columns(
                        List.of(month.month(), month.service(), month.kind(), month.rule()),
                        counts(month.counts()),
                        List.of(marked.contains(month.kind() + ' ' + month.rule()) ? "yes" : ""))));
  }

  private static List<String> columns(
      List<String> topic, List<String> counts, List<String> remarks) {
    return Stream.of(topic, counts, remarks).flatMap(List::stream).toList();
  }

  private static List<String> counts(FeedbackReport.Counts counts) {
    return List.of(
        Long.toString(counts.shown()),
        Long.toString(counts.accepted()),
        Long.toString(counts.overridden()),
        reasons(counts.reasons()));
  }

  private static String reasons(List<FeedbackReport.Reason> reasons) {
    return reasons.stream()
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
