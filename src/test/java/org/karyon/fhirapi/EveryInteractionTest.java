package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.MetadataResource;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.Loopback;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.fhirapi.search.SearchParameter;
import org.karyon.fhirapi.search.SearchParameters;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The API says only what it did: each line of the page's table, and each search parameter. */
@OnTheDayOfTheExamples
class EveryInteractionTest {

  @LocalServerPort private int port;

  private HttpRequest.Builder at(String path) {
    return Loopback.to(port, "/fhir/" + path);
  }

  @TestFactory
  Stream<DynamicTest> everyLineOfTheTableIsTrue() {
    return TableRow.all().stream()
        .map(row -> DynamicTest.dynamicTest(row.line(), () -> isTrue(row)));
  }

  private void isTrue(TableRow row) {
    HttpRequest.Builder request = at(row.address());
    request.method(
        row.method(), row.body().map(BodyPublishers::ofString).orElse(BodyPublishers.noBody()));
    if (row.body().isPresent()) {
      request.header("Content-Type", row.contentType());
    }
    row.header().ifPresent(name -> request.header(name, row.headerValue()));
    HttpResponse<String> answer = Loopback.send(request);
    row.isAnsweredBy(answer.statusCode(), answer.body());
    assertThat(answer.headers().firstValue("ETag").isPresent())
        .as("a read is told with its tag, and nothing else is")
        .isEqualTo(row.isRead() && (answer.statusCode() == 200 || answer.statusCode() == 304));
    assertThat(answer.headers().firstValue("Content-Location").isPresent() && !row.isRead())
        .isFalse();
    if (answer.statusCode() == 204 || answer.statusCode() == 405) {
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
          assertThat(Loopback.send(at(query)).statusCode())
              .as(query)
              .isEqualTo(supported ? 200 : 400);
          HttpResponse<String> lenient =
              Loopback.send(at(query).header("Prefer", "handling=lenient"));
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
