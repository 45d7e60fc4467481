package org.karyon.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.karyon.ExampleFolders;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.hooks.HookCall;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The page of each example patient, in a real browser. */
@OnTheDayOfTheExamples
class PatientPagesTest {

  private static Chromium chromium;
  private static Page page;

  @LocalServerPort private int port;

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
    page = chromium.page(1440, ColorScheme.LIGHT);
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  static Stream<String> examples() {
    return ExampleFolders.names().stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void aPatientsPageShowsTheCardsThatAnEhrWouldBeAnswered(String name) throws Exception {
    JsonNode request = ExampleFolders.request(name);
    String hook = request.path("hook").asString();
    List<String> answered = new ArrayList<>();
    JsonMapper.shared()
        .readTree(HookCall.send(port, request).body())
        .path("cards")
        .forEach(card -> answered.add(card.path("summary").asString()));

    page.navigate("http://localhost:" + port + "/patients/" + name);

    List<String> shown =
        page.locator("[data-hook=" + hook + "] .card .summary > span:last-child").allTextContents();
    assertThat(shown).containsExactlyInAnyOrderElementsOf(answered);
    assertThat(Chromium.sideways(page)).isZero();
    assertThat(chromium.complaints()).isEmpty();
  }
}
