package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.fhirapi.search.SearchParameter;
import org.karyon.fhirapi.search.SearchParameters;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API says only what it did: each line of the page's table, and each search parameter. */
@OnTheDayOfTheExamples
class EveryInteractionTest {

  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(GET|HEAD|OPTIONS|POST|PUT|PATCH|DELETE) ([^` ]*)`(?: with `([^:`]+): ([^`]+)`)?(?:"
              + " sends (form )?`([^`]+)`)? \\| (\\d{3})((?: `[^`]+`)*)(?: not `([^`]+)`)? \\|.*");
  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

  private final HttpClient client = HttpClient.newHttpClient();
  @LocalServerPort private int port;

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), BodyHandlers.ofString());
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    } catch (InterruptedException exception) {
      Thread.currentThread().interrupt();
      throw new AssertionError(exception);
    }
  }

  private HttpRequest.Builder at(String path) {
    return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/fhir/" + path));
  }

  @TestFactory
  Stream<DynamicTest> everyLineOfTheTableIsTrue() throws IOException {
    String page = Files.readString(Path.of("docs/fhir-api.md"));
    List<String> lines =
        page.substring(page.indexOf("## Every interaction"))
            .lines()
            .filter(line -> line.startsWith("| `"))
            .toList();
    assertThat(lines).hasSizeGreaterThan(70);
    return lines.stream().map(line -> DynamicTest.dynamicTest(line, () -> isTrue(line)));
  }

  private void isTrue(String line) {
    Matcher row = ROW.matcher(line);
    assertThat(row.matches()).as("a line that can be sent: " + line).isTrue();
    HttpRequest.Builder request = at(row.group(2));
    Optional<String> body = Optional.ofNullable(row.group(6));
    request.method(
        row.group(1), body.map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    if (body.isPresent()) {
      request.header(
          "Content-Type",
          row.group(5) == null ? "application/fhir+json" : "application/x-www-form-urlencoded");
    }
    Optional.ofNullable(row.group(3)).ifPresent(name -> request.header(name, row.group(4)));
    HttpResponse<String> answer = send(request);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(Integer.parseInt(row.group(7)));
    Matcher said = QUOTED.matcher(row.group(8));
    while (said.find()) {
      assertThat(answer.body()).contains(said.group(1));
    }
    Optional.ofNullable(row.group(9))
        .ifPresent(not -> assertThat(answer.body()).doesNotContain(not));
    if (answer.statusCode() == 204) {
      assertThat(answer.headers().firstValue("Allow")).isPresent();
    }
    if (answer.statusCode() >= 400) {
      assertThat(answer.body()).contains("OperationOutcome").doesNotContain("HAPI-", "Exception");
    }
    if (answer.statusCode() == 405) {
      assertThat(answer.headers().firstValue("Allow")).isPresent();
    }
  }

  private static List<SearchParameter> parameters(Class<?> type) {
    return new SearchParameters(Instant.EPOCH).of(type.asSubclass(MetadataResource.class));
  }

  @Test
  void everyModifierOfEveryParameterIsAppliedOrRefusedAndNeverKeptInTheLink() {
    for (Class<?> type : PublishedValidation.ARTIFACTS.types()) {
      for (SearchParameter parameter : parameters(type)) {
        for (String modifier :
            List.of("", "missing", "not", "exact", "contains", "below", "above", "in", "text")) {
          String name = parameter.name() + (modifier.isEmpty() ? "" : ":" + modifier);
          String value =
              modifier.equals("missing")
                  ? "false"
                  : parameter.kind() == SearchParameter.Kind.DATE ? "ge2020" : "x";
          boolean supported = modifier.isEmpty() || parameter.kind().modifiers().contains(modifier);
          String query = type.getSimpleName() + "?_count=1&_elements=id&" + name + "=" + value;
          assertThat(send(at(query)).statusCode()).as(query).isEqualTo(supported ? 200 : 400);
          HttpResponse<String> lenient = send(at(query).header("Prefer", "handling=lenient"));
          assertThat(lenient.statusCode()).as(query).isEqualTo(200);
          assertThat(
                  lenient.body().contains("&" + name + "=")
                      || lenient.body().contains("?" + name + "="))
              .as(query)
              .isEqualTo(supported);
        }
      }
    }
  }

  @Test
  void everyParameterStandsOnThePage() throws IOException {
    String page = Files.readString(Path.of("docs/fhir-api.md"));
    for (Class<?> type : PublishedValidation.ARTIFACTS.types()) {
      parameters(type).forEach(p -> assertThat(page).contains('`' + p.name() + '`'));
    }
  }
}
