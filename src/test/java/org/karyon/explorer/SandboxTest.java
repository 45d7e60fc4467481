package org.karyon.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * The CDS Hooks sandbox as the EHR, with its signed tokens, against a service that is configured as
 * docs/sandbox.md says. It takes a finished folder and does nothing to obtain one.
 */
@SpringBootTest(
    webEnvironment = WebEnvironment.DEFINED_PORT,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sandbox",
      "spring.profiles.active=demo",
      "karyon.security.open=false",
      "karyon.security.http-allowed=true",
      "karyon.fhir.private-addresses-allowed=true",
      "karyon.security.clients.sandbox.issuer=https://sandbox.cds-hooks.org"
    })
@Tag("slow")
@EnabledIf("hasSandbox")
class SandboxTest {

  private static final int TALLEST_CARD = 600;
  private static final int EXAMPLES = 42;
  private static final Path FOLDER =
      Path.of(Optional.ofNullable(System.getenv("CDS_SANDBOX_DIR")).orElse("no-sandbox"));
  private static final int PORT = freePort();
  private static final Optional<HttpServer> FILES = files();

  private final JdbcClient database;

  SandboxTest(@Autowired JdbcClient database) {
    this.database = database;
  }

  @SuppressWarnings("SystemOut") // A skip is for the person who runs the tests.
  static boolean hasSandbox() {
    boolean there = Files.isRegularFile(FOLDER.resolve("index.html"));
    if (!there) {
      System.err.println(
          "SKIPPED: CDS_SANDBOX_DIR names no finished CDS Hooks sandbox, so the cards were NOT"
              + " LOOKED AT IN ONE (docs/sandbox.md).");
    }
    return there;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static Optional<HttpServer> files() {
    if (!Files.isDirectory(FOLDER)) {
      return Optional.empty();
    }
    HttpServer files =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            FOLDER.toAbsolutePath().normalize(),
            SimpleFileServer.OutputLevel.NONE);
    files.start();
    return Optional.of(files);
  }

  @DynamicPropertySource
  static void asThePageSays(DynamicPropertyRegistry registry) {
    registry.add("server.port", () -> PORT);
    registry.add("karyon.hooks.allowed-origins", SandboxTest::sandbox);
    registry.add(
        "karyon.security.clients.sandbox.jwks-file",
        () -> FOLDER.resolve(".well-known/jwks.json").toString());
    registry.add("karyon.security.clients.sandbox.fhir-base-urls", SandboxTest::fhirBase);
    registry.add(
        "karyon.security.clients.sandbox.fhir-base-urls-without-token", SandboxTest::fhirBase);
  }

  @AfterAll
  static void stop() {
    FILES.ifPresent(files -> files.stop(0));
  }

  private static String sandbox() {
    return "http://localhost:" + FILES.orElseThrow().getAddress().getPort();
  }

  private static String fhirBase() {
    return "http://localhost:" + PORT + "/demo/fhir";
  }

  private static String address(String patient, String hook, String screen, boolean configured) {
    return "%s/?fhirServiceUrl=%s&patientId=%s&hook=%s&screen=%s%s"
        .formatted(
            sandbox(),
            encoded(fhirBase()),
            patient,
            hook,
            screen,
            configured
                ? "&serviceDiscoveryURL=" + encoded("http://localhost:" + PORT + "/cds-services")
                : "");
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Locator cards(Page page) {
    return page.locator("[class*='decision-card']");
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void theServiceIsAddedByHandAndItsCardsFit() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(760, ColorScheme.LIGHT)) {
      page.navigate(address("example-08", "patient-view", "patient-view", false));
      page.locator("header button").last().click();
      page.getByRole(AriaRole.MENUITEM, named("Add CDS Services")).click();
      page.locator("input[name='discovery-endpoint-input']")
          .fill("http://localhost:" + PORT + "/cds-services");
      page.getByRole(AriaRole.BUTTON, named("Save")).click();

      Locator treatment = cards(page).filter(new Locator.FilterOptions().setHasText("ECOG 1910"));
      assertThat(treatment.first()).isVisible();
      assertThat(treatment.first().boundingBox().y).isLessThan(900);
    }
  }

  static Stream<String> patients() {
    return IntStream.rangeClosed(1, EXAMPLES).mapToObj("example-%02d"::formatted);
  }

  @Test
  void everyCardOfEveryExampleFits() {
    List<String> told = new ArrayList<>();
    int most = 0;
    try (Chromium chromium = Chromium.start()) {
      for (String patient : patients().toList()) {
        try (Page page = chromium.page(760, ColorScheme.LIGHT)) {
          page.waitForResponse(
              response -> response.url().endsWith("/cds-services/all-patient-view"),
              () -> page.navigate(address(patient, "patient-view", "patient-view", true)));
          assertThat(cards(page).or(page.getByText("No recommendations to display")).first())
              .isVisible();
          most = Math.max(most, cards(page).count());
          for (Locator card : cards(page).all()) {
            double height = card.boundingBox().height;
            int aside = ((Number) card.evaluate("c => c.scrollWidth - c.clientWidth")).intValue();
            if (height > TALLEST_CARD || aside > 0) {
              told.add("%s: %.0f tall, %d aside".formatted(patient, height, aside));
            }
          }
        }
      }
    }
    assertThat(most).isGreaterThan(2);
    assertThat(told).isEmpty();
  }

  @Test
  void aSuggestionIsTakenAndACardIsSetAsideWithAReason() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(address("example-08", "patient-view", "patient-view", true));
      cards(page)
          .filter(new Locator.FilterOptions().setHasText("ECOG 1910"))
          .getByRole(AriaRole.BUTTON)
          .first()
          .click();
      page.waitForCondition(() -> outcomes("accepted") == 1);
    }
  }

  private long outcomes(String outcome) {
    return database
        .sql("select count(*) from feedback where lower(outcome) = :outcome")
        .param("outcome", outcome)
        .query(Long.class)
        .single();
  }

  @Test
  void aTkiForAPatientWithoutTheTargetWarnsOnTopAndIsSilentAfterTheSuggestion() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(address("example-08", "order-select", "rx-view", true));
      assertThat(page.getByText("No recommendations to display")).isVisible();
      page.locator("input[name='medication-input']").fill("dasatinib 100 MG");
      page.getByRole(AriaRole.BUTTON, named("dasatinib 100 MG Oral Tablet")).click();

      Locator warning = page.locator("[class*='alert-warning']");
      assertThat(warning.first()).isVisible();
      assertThat(cards(page).first()).containsText("TKI");
      long before = outcomes("overridden");
      warning.first().getByRole(AriaRole.BUTTON).first().click();
      assertThat(page.locator("[class*='alert-warning']")).hasCount(0);
      assertThat(outcomes("overridden")).isEqualTo(before);
    }
  }

  @Test
  void aWarningIsSetAsideWithAReasonAndTheFeedbackIsKept() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(address("example-08", "order-select", "rx-view", true));
      page.locator("input[name='medication-input']").fill("dasatinib 100 MG");
      page.getByRole(AriaRole.BUTTON, named("dasatinib 100 MG Oral Tablet")).click();
      long before = outcomes("overridden");
      Locator warning = page.locator("[class*='alert-warning']").first();
      warning
          .getByRole(
              AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("select dismiss reason"))
          .click();
      page.getByRole(AriaRole.MENUITEM).first().click();
      page.waitForCondition(() -> outcomes("overridden") == before + 1);
    }
  }

  @Test
  void anEmptyScreenAndImagingBringNoLongCards() {
    for (String screen : List.of("rx-view", "pama")) {
      try (Chromium chromium = Chromium.start();
          Page page = chromium.page(1440, ColorScheme.LIGHT)) {
        page.navigate(address("example-08", "order-select", screen, true));
        assertThat(page.getByText("No recommendations to display")).isVisible();
      }
    }
  }

  @Test
  void signingAnOrderIsChecked() {
    try (Chromium chromium = Chromium.start();
        Page page = chromium.page(1440, ColorScheme.LIGHT)) {
      page.navigate(address("example-08", "order-sign", "rx-sign", true));
      page.locator("input[name='medication-input']").fill("dasatinib 100 MG");
      page.getByRole(AriaRole.BUTTON, named("dasatinib 100 MG Oral Tablet")).click();
      page.getByRole(AriaRole.BUTTON, named("Sign Order")).click();
      assertThat(page.locator("[class*='alert-warning']").first()).isVisible();
    }
  }
}
