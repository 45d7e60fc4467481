package org.karyon.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.ExampleFolders;
import org.karyon.hooks.HookCall;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The app as an EHR launches it, against an authorization server and a FHIR server of the test. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "karyon.smart.launch-url=http://localhost/smart/launch",
      "karyon.fhir.private-addresses-allowed=true",
      "karyon.security.http-allowed=true"
    })
@ActiveProfiles("demo")
@Tag("slow")
class SmartAppTest {

  private static final Path RECORD = Path.of("fhir-examples/01-ph-positive-induction/patient.json");
  @AutoClose private static final SmartLauncher LAUNCHER = launcher();

  @LocalServerPort private int port;

  private static SmartLauncher launcher() {
    try {
      return new SmartLauncher(RECORD);
    } catch (IOException exception) {
      throw new java.io.UncheckedIOException(exception);
    }
  }

  @DynamicPropertySource
  static void fhirServer(DynamicPropertyRegistry registry) {
    registry.add("karyon.smart.fhir-base-urls", LAUNCHER::base);
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  @Test
  void theRecordIsReadInTheBrowserWithTheUsersTokenAndShown() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(
          at(
              "/smart/launch?launch=abc&iss="
                  + URLEncoder.encode(LAUNCHER.base(), StandardCharsets.UTF_8)));

      assertThat(page.locator("h1")).hasText("This patient");
      assertThat(page.locator("li.taken > .node a[href$='#ph-pos-induction']")).isVisible();
      assertThat(page.locator("[data-hook=patient-view] .card")).not().hasCount(0);
      assertThat(LAUNCHER.asked()).contains("Condition", "Observation", "DiagnosticReport");
      // Neither the page nor its address nor the browser's store holds the token any more.
      assertThat(page.content()).doesNotContain(LAUNCHER.token());
      assertThat(page.url()).doesNotContain(LAUNCHER.token());
      assertThat(page.evaluate("JSON.stringify(sessionStorage) + JSON.stringify(localStorage)"))
          .asString()
          .doesNotContain(LAUNCHER.token());
      assertThat(chromium.complaints()).isEmpty();
    }
  }

  @Test
  void aServerThatIsNotConfiguredIsNotAsked() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(at("/smart/launch?launch=abc&iss=http%3A%2F%2F127.0.0.1%3A9%2Ffhir"));
      assertThat(page.locator("#smart-said")).containsText("is not one that this service");
      assertThat(chromium.complaints())
          .isNotEmpty()
          .allMatch(told -> told.contains("Content Security Policy") || told.contains("Fetch API"));
    }
  }

  @Test
  void aRecordIsOnlyShownToWhomTheFhirServerLetsReadThePatient() throws Exception {
    String record = Files.readString(RECORD);
    assertThat(post(LAUNCHER.base(), LAUNCHER.token(), record)).isEqualTo(200);
    assertThat(post(LAUNCHER.base(), "another-token", record)).isEqualTo(422);
    assertThat(post(LAUNCHER.base(), "", record)).isEqualTo(422);
    assertThat(post("http://localhost:9/fhir", LAUNCHER.token(), record)).isEqualTo(422);
    assertThat(post(LAUNCHER.base(), LAUNCHER.token(), record.replace("example-01", "someone")))
        .isEqualTo(422);
  }

  private int post(String issuer, String token, String record) throws Exception {
    String form =
        "iss=%s&token=%s&record=%s".formatted(encoded(issuer), encoded(token), encoded(record));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(at("/smart/patient")))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request, BodyHandlers.discarding()).statusCode();
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  @Test
  void everyCardTellsTheEhrWhichAppToLaunch() throws Exception {
    JsonNode request = ExampleFolders.request(RECORD.getParent());
    JsonNode cards =
        JsonMapper.shared().readTree(HookCall.send(port, request).body()).path("cards");
    assertThat(cards.size()).isPositive();
    for (JsonNode card : cards) {
      assertThat(card.path("links").valueStream().map(link -> link.path("type").asString()))
          .contains("smart");
    }
  }
}
