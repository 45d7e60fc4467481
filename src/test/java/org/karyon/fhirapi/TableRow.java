package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the table of docs/fhir-api.md: what is sent and what is answered.
 *
 * @param line the line as it stands there
 * @param method the HTTP method
 * @param address below the base
 * @param header the name of a header; empty when none is sent
 * @param headerValue its value
 * @param form whether the body is a form
 * @param body the body; empty when none is sent
 * @param status the status of the answer
 * @param says what the answer holds
 * @param saysNot what it does not hold
 */
record TableRow(
    String line,
    String method,
    String address,
    Optional<String> header,
    String headerValue,
    boolean form,
    Optional<String> body,
    int status,
    List<String> says,
    Optional<String> saysNot) {

  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) ([^` ]*)`(?: with `([^:`]+): ([^`]+)`)?(?:"
              + " sends (form )?`([^`]+)`)? \\| (\\d{3})((?: `[^`]+`)*)(?: not `([^`]+)`)? \\|.*");
  private static final Pattern READ =
      Pattern.compile("[A-Z]\\w+/[\\w.-]+(/_history/[\\w.-]+)?(\\?.*)?");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private static final String POPULATIONS = "### Whole populations";

  /** What a service answers that offers no whole populations. */
  static List<TableRow> all() {
    String page = page();
    List<TableRow> rows =
        of(page.substring(page.indexOf("## Every interaction"), page.indexOf(POPULATIONS)), "");
    assertThat(rows).hasSizeGreaterThan(100);
    return rows;
  }

  /**
   * What a service answers that offers them.
   *
   * @param server the server that stands for the one on the page
   */
  static List<TableRow> ofPopulations(String server) {
    String page = page();
    int begin = page.indexOf(POPULATIONS);
    List<TableRow> rows = of(page.substring(begin, page.indexOf("\n## ", begin)), server);
    assertThat(rows).hasSizeGreaterThan(10);
    return rows;
  }

  private static String page() {
    try {
      return Files.readString(Path.of("docs/fhir-api.md"));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<TableRow> of(String section, String server) {
    return section
        .lines()
        .filter(line -> line.startsWith("| `"))
        .map(line -> server.isEmpty() ? line : line.replace("https://ehr.example.org/fhir", server))
        .map(TableRow::of)
        .toList();
  }

  private static TableRow of(String line) {
    Matcher row = ROW.matcher(line);
    assertThat(row.matches()).as("a line that can be sent: " + line).isTrue();
    return new TableRow(
        line,
        row.group(1),
        row.group(2),
        Optional.ofNullable(row.group(3)),
        Optional.ofNullable(row.group(4)).orElse(""),
        row.group(5) != null,
        Optional.ofNullable(row.group(6)),
        Integer.parseInt(row.group(7)),
        QUOTED.matcher(row.group(8)).results().map((MatchResult found) -> found.group(1)).toList(),
        Optional.ofNullable(row.group(9)));
  }

  /** Whether an artifact, or its version, is asked for, and not a page that shows it. */
  boolean isRead() {
    return !method.equals("POST") && !says.contains("<pre>") && READ.matcher(address).matches();
  }

  String contentType() {
    return form ? "application/x-www-form-urlencoded" : "application/fhir+json";
  }

  /** Holds an answer against the line. */
  void isAnsweredBy(int answered, String text) {
    assertThat(answered).as(text).isEqualTo(status);
    says.forEach(words -> assertThat(text).contains(words));
    saysNot.ifPresent(not -> assertThat(text).doesNotContain(not));
    if (answered >= 400) {
      assertThat(text).contains("OperationOutcome").doesNotContain("HAPI-", "Exception");
    }
  }
}
