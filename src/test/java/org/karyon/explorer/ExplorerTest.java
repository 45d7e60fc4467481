package org.karyon.explorer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.ExampleFolders;
import org.karyon.OnTheDayOfTheExamples;
import org.karyon.guideline.Guideline;
import org.karyon.hooks.HookCall;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The pages in a real browser: seen, used, attacked, and read without eyes. */
@OnTheDayOfTheExamples
class ExplorerTest {

  private static final String COMPLETE =
      "/patients/08-ph-negative-adult-cd20-positive-work-up-complete";
  private static final String HOSTILE =
      "<img src=x"
          + " onerror=\"window.hit=1\"><script>window.hit=1</script>\"'><svg/onload=window.hit=1>[x](javascript:window.hit=1)"
          + " ![y](http://evil.example/p.png) ${7*7} [[${7*7}]] th:text";
  private static final int MOST_BYTES = 200 * 1024;

  private static Chromium chromium;

  @LocalServerPort private int port;
  private final Guideline guideline;

  ExplorerTest(@Autowired Guideline guideline) {
    this.guideline = guideline;
  }

  @BeforeAll
  static void start() {
    chromium = Chromium.start();
  }

  @AfterAll
  static void stop() {
    if (chromium != null) {
      chromium.close();
    }
  }

  @AfterEach
  void noConsoleComplained() {
    assertThat(chromium.complaints()).isEmpty();
  }

  private String at(String path) {
    return "http://localhost:" + port + path;
  }

  private Page wide() {
    return chromium.page(1440, ColorScheme.LIGHT);
  }

  static Stream<String> views() {
    return Stream.of(
        "/",
        "/patients",
        COMPLETE,
        "/patients/26-contradictions-mrd-unknown-broken",
        "/guideline",
        "/guideline?q=inotuzumab",
        "/guideline?q=nothing+says+this",
        "/karyotype",
        "/karyotype?text=not+a+karyotype",
        "/integrators");
  }

  @ParameterizedTest
  @MethodSource("views")
  void everyViewIsSoundForEyesAndEarsInBothThemesAtEveryWidth(String view) {
    // What is seen does not change with the theme but for its colours, which axe judges in both.
    try (Page page = wide()) {
      page.navigate(at(view));
      for (Sight sight :
          List.of(
              new Sight(390, ColorScheme.DARK, true),
              new Sight(768, ColorScheme.LIGHT, false),
              new Sight(1440, ColorScheme.LIGHT, true),
              new Sight(1440, ColorScheme.DARK, false))) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(sight.theme()));
        page.setViewportSize(sight.width(), sight.width() < 800 ? 900 : 1000);
        assertThat(Chromium.sideways(page)).as(view + " " + sight).isZero();
        if (sight.judged()) {
          picture(page, view, sight);
          assertThat(violations(page)).as(view + " " + sight).isEmpty();
        }
      }
    }
  }

  /** For whoever changes a page and wants to look at it: -Dkaryon.pictures=true. */
  private static void picture(Page page, String view, Sight sight) {
    if (!Boolean.getBoolean("karyon.pictures")) {
      return;
    }
    page.screenshot(
        new Page.ScreenshotOptions()
            .setPath(
                Path.of(
                    "target/explorer",
                    "%s-%d-%s.png"
                        .formatted(
                            view.replaceAll("[^a-z0-9]+", "-"), sight.width(), sight.theme())))
            .setFullPage(true));
  }

  private record Sight(int width, ColorScheme theme, boolean judged) {}

  /**
   * The colours of the whole guideline are those of a part of it, and judging them takes minutes.
   */
  private static AxeBuilder axe(Page page) {
    // There are no frames, for which alone each judgement would open a page of its own.
    AxeRunOptions onlyWhatIsWrong = new AxeRunOptions();
    onlyWhatIsWrong.setResultTypes(List.of("violations"));
    AxeBuilder axe = new AxeBuilder(page).options(onlyWhatIsWrong).setLegacyMode(true);
    return page.url().endsWith("/guideline") ? axe.disableRules(List.of("color-contrast")) : axe;
  }

  private static List<String> violations(Page page) {
    return axe(page).analyze().getViolations().stream()
        .map(
            rule ->
                rule.getId()
                    + " "
                    + rule.getNodes().stream()
                        .limit(3)
                        .map(node -> node.getHtml() + node.getFailureSummary())
                        .toList())
        .toList();
  }

  /** A page that is refused is noted by the console, and nothing else is. */
  private static void onlyTheStatusIsNoted() {
    assertThat(chromium.complaints()).allMatch(told -> told.contains("Failed to load resource"));
  }

  @Test
  void theFirstViewIsLight() {
    for (String view : List.of("/", "/patients", "/karyotype", "/guideline")) {
      try (Page page = wide()) {
        List<Response> responses = new ArrayList<>();
        page.onResponse(responses::add);
        page.navigate(at(view));
        page.waitForLoadState();
        long bytes =
            List.copyOf(responses).stream()
                .mapToLong(response -> response.request().sizes().responseBodySize)
                .sum();
        assertThat(bytes).as(view).isPositive().isLessThanOrEqualTo(MOST_BYTES);
      }
    }
  }

  private JsonNode answer(JsonNode request) {
    return JsonMapper.shared().readTree(HookCall.send(port, request).body());
  }

  @Test
  void aChangedFactChangesTheCardsAndTheWayAtOnce() {
    try (Page page = wide()) {
      page.navigate(at(COMPLETE));
      assertThat(page.locator("li.taken > .node a[href$='#ph-neg-adult-induction']")).isVisible();

      page.getByLabel("BCR::ABL1", new Page.GetByLabelOptions().setExact(true))
          .selectOption("present");

      assertThat(page.locator("li.taken > .node a[href$='#ph-pos-induction']")).isVisible();
      assertThat(page.locator(".headline")).containsText("1 fact supposed");
      assertThat(page.locator("[data-hook=patient-view] .card").last()).containsText("TKI");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("As recorded")).click();
      assertThat(page.locator("li.taken > .node a[href$='#ph-neg-adult-induction']")).isVisible();
    }
  }

  @Test
  void anExcludedBranchTellsItsReasonOnFocus() {
    try (Page page = wide()) {
      page.navigate(at(COMPLETE));
      Locator excluded =
          page.locator(
              "li.excluded > .node",
              new Page.LocatorOptions().setHas(page.locator("a[href$='#table-t-lineage']")));
      assertThat(excluded.locator(".why")).isHidden();
      excluded.locator("a").focus();
      assertThat(excluded.locator(".why")).isVisible();
      assertThat(excluded.locator(".why")).containsText("here: B");
    }
  }

  @Test
  void aDraftedOrderIsCheckedAndTheCheckIsSilentAfterItsSuggestion() {
    try (Page page = wide()) {
      page.navigate(at(COMPLETE));
      page.getByLabel("Draft an order").selectOption("tki");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Draft it")).click();
      assertThat(page.locator(".drafts li")).hasCount(1);
      page.getByText("Before signing").first().click();
      Locator warning = page.locator("[data-hook=order-sign] .card.warning");
      assertThat(warning.first()).containsText("TKI");

      picture(page, "order check", new Sight(1440, ColorScheme.LIGHT, true));
      warning.first().locator("button").first().click();

      assertThat(page.locator(".drafts li")).hasCount(0);
      assertThat(page.locator("[data-hook=order-sign] .card.warning")).hasCount(0);
    }
  }

  @Test
  void aPastedBundleAndAnUploadedRequestAreShown() throws IOException {
    Path example = Path.of("fhir-examples/01-ph-positive-induction");
    try (Page page = wide()) {
      page.navigate(at("/patients"));
      Chromium.paste(
          page.getByLabel("Paste JSON"), Files.readString(example.resolve("patient.json")));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show this patient"))
          .click();
      assertThat(page.locator("h1")).hasText("Your own record");
      assertThat(page.locator("li.taken > .node a[href$='#ph-pos-induction']")).isVisible();

      page.navigate(at("/patients"));
      page.getByLabel("or choose a file").setInputFiles(example.resolve("request.json"));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show this patient"))
          .click();
      assertThat(page.locator("li.taken > .node a[href$='#ph-pos-induction']")).isVisible();
      page.getByLabel("MRD", new Page.GetByLabelOptions().setExact(true)).selectOption("positive");
      assertThat(page.locator(".headline")).containsText("1 fact supposed");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "no json",
        "{}",
        "[]",
        "{\"resourceType\":\"Bundle\"}",
        "{\"hook\":\"patient-view\"}",
        "{\"hook\":\"patient-view\",\"context\":{\"patientId\":\"a\"},\"prefetch\":{}}",
        "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\"}},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"b\"}}]}"
      })
  void whatCannotBeShownIsSaidOnAPage(String pasted) {
    try (Page page = wide()) {
      page.navigate(at("/patients"));
      page.getByLabel("Paste JSON").fill(pasted);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show this patient"))
          .click();
      assertThat(page.locator("h1")).hasText("This could not be shown");
      assertThat(page.locator(".problem")).not().isEmpty();
      if (pasted.isEmpty()) {
        // The page is the same for all of them, but for its sentence.
        assertThat(violations(page)).isEmpty();
      }
      onlyTheStatusIsNoted();
    }
  }

  @Test
  void aRecordThatIsTooLargeIsRefusedBeforeItIsSent(@TempDir Path folder) throws IOException {
    try (Page page = wide()) {
      page.navigate(at("/patients"));
      int most = Integer.parseInt(page.locator("form.paste").getAttribute("data-most"));
      page.getByLabel("or choose a file")
          .setInputFiles(Files.write(folder.resolve("big.json"), new byte[most + 1]));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show this patient"))
          .click();
      assertThat(page.locator("#paste-problem")).containsText("MB; at most");
    }
  }

  @Test
  void hostileTextInEveryFieldStaysText() throws IOException {
    for (String name :
        List.of(
            "26-contradictions-mrd-unknown-broken",
            "28-ph-negative-order-set-of-another-patient",
            "05-ph-positive-relapse")) {
      ObjectNode request =
          (ObjectNode)
              JsonMapper.shared()
                  .readTree(Files.readString(Path.of("fhir-examples", name, "request.json")));
      poison(request);
      try (Page page = wide()) {
        page.navigate(at("/patients"));
        Chromium.paste(page.getByLabel("Paste JSON"), request.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show this patient"))
            .click();
        assertThat(page.locator("h1")).hasText("Your own record");
        isUnharmed(page);
        page.getByLabel("MRD", new Page.GetByLabelOptions().setExact(true))
            .selectOption("positive");
        assertThat(page.locator(".headline")).containsText("supposed");
        isUnharmed(page);
      }
    }
    try (Page page = wide()) {
      page.navigate(at("/karyotype"));
      page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill("46,XX," + HOSTILE);
      assertThat(page.locator(".tokens")).containsText("onerror");
      isUnharmed(page);
      page.getByLabel("Lines")
          .fill("id,karyotype\n\"" + HOSTILE.replace("\"", "\"\"") + "\",\"46,XX\"");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read them")).click();
      assertThat(page.locator("#many-rows tr")).hasCount(1);
      isUnharmed(page);
      page.navigate(at("/guideline"));
      page.getByLabel("Search").fill(HOSTILE);
      assertThat(page.locator("#tables")).containsText("onerror");
      isUnharmed(page);
    }
  }

  private static void isUnharmed(Page page) {
    assertThat(page.evaluate("window.hit === undefined")).isEqualTo(true);
    assertThat(page.locator("main img, main iframe, main script:not([src])").count()).isZero();
    assertThat(page.locator("main a[href^='javascript' i]").count()).isZero();
    assertThat(page.locator("main a[href*='evil.example']").count()).isZero();
    assertThat(page.locator("main").textContent()).doesNotContain("[[49]]");
    assertThat(Chromium.sideways(page)).isZero();
  }

  /** Whatever a person or a laboratory writes is poisoned; codes and references stay. */
  private static void poison(JsonNode node) {
    if (node instanceof ObjectNode object) {
      Set<String> written =
          Set.of(
              "text", "display", "valueString", "conclusion", "family", "unit", "title", "value");
      for (String name : new LinkedHashSet<>(object.propertyNames())) {
        JsonNode value = object.get(name);
        if (value.isString() && written.contains(name)) {
          object.put(name, value.asString() + " " + HOSTILE);
        } else {
          poison(value);
        }
      }
    } else if (node instanceof ArrayNode array) {
      array.forEach(ExplorerTest::poison);
    }
  }

  @Test
  void thePagesAreWalkedWithTheKeyboardAlone() {
    try (Page page = wide()) {
      page.navigate(at("/"));
      page.keyboard().press("Tab");
      assertThat(focused(page)).isEqualTo("Skip to the content");
      tabTo(page, "See a patient's way");
      page.keyboard().press("Enter");
      page.waitForURL("**/patients");
      tabTo(page, "Philadelphia-negative ALL with CD20, a complete work-up");
      page.keyboard().press("Enter");
      page.waitForURL("**" + COMPLETE);
      // The moments are radio buttons: arrows choose.
      page.locator("#moment-0").focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("[data-hook=order-select]")).isVisible();
      page.locator("label[for='fact.lineage']")
          .evaluate("e => document.getElementById(e.htmlFor).focus()");
      page.keyboard().press("ArrowDown");
      page.keyboard().press("ArrowDown");
      assertThat(page.locator(".headline")).containsText("1 fact supposed");
      assertThat(page.evaluate("document.activeElement.id")).isEqualTo("fact.lineage");
      // Whatever has the focus can be seen to have it.
      assertThat(page.evaluate("getComputedStyle(document.activeElement).outlineStyle").toString())
          .isNotEqualTo("none");
    }
  }

  private static void tabTo(Page page, String words) {
    for (int press = 0; press < 80 && !focused(page).contains(words); press++) {
      page.keyboard().press("Tab");
    }
    assertThat(focused(page)).contains(words);
  }

  private static String focused(Page page) {
    return page.evaluate(
            "document.activeElement === document.body ? '' : document.activeElement.innerText ||"
                + " ''")
        .toString();
  }

  @Test
  void theThemeIsChosenAndRemembered() {
    try (Page page = wide()) {
      page.navigate(at("/"));
      String light = background(page);
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark")).click();
      assertThat(background(page)).isNotEqualTo(light);
      page.navigate(at("/guideline"));
      assertThat(background(page)).isNotEqualTo(light);
    }
  }

  private static String background(Page page) {
    return page.evaluate("getComputedStyle(document.body).backgroundColor").toString();
  }

  @Test
  void everyStatementOfTheGuidelineHasAnAnchorAndEveryAnchorLeadsSomewhere() {
    Set<String> ids = new LinkedHashSet<>();
    guideline.tables().stream()
        .flatMap(table -> table.rules().stream())
        .forEach(rule -> ids.add(rule.id()));
    ids.addAll(guideline.options().keySet());
    guideline.features().forEach(feature -> ids.add(feature.id()));
    guideline.orderChecks().checks().forEach(check -> ids.add(check.id()));
    guideline.riskRows().forEach(row -> ids.add(row.id()));
    ids.addAll(guideline.workUp().keySet());
    ids.addAll(guideline.interpretations().keySet());
    guideline.factNames().keySet().forEach(fact -> ids.add(fact.id()));
    guideline.source().statements().forEach(line -> ids.add("L" + line));
    try (Page page = wide()) {
      page.navigate(at("/guideline"));
      assertThat(strings(page, "[...document.querySelectorAll('[id]')].map(e => e.id)"))
          .containsAll(ids)
          .doesNotHaveDuplicates();
      assertThat(
              strings(
                  page,
                  "[...document.querySelectorAll('main a[href^=\"#\"]')].map(a => a.hash.slice(1))"
                      + ".filter(id => !document.getElementById(decodeURIComponent(id)))"))
          .isEmpty();
      assertThat(strings(page, "[...document.querySelectorAll('tr[id]')].map(e => e.id)"))
          .hasSizeGreaterThan(150);
    }
    for (String example :
        List.of(COMPLETE, "/patients/28-ph-negative-order-set-of-another-patient")) {
      try (Page page = wide()) {
        page.navigate(at(example));
        List<String> links =
            strings(
                page,
                "[...document.querySelectorAll('main a[href*=\"/guideline\"][href*=\"#\"]')].map(a"
                    + " => decodeURIComponent(a.hash.slice(1)))");
        page.navigate(at("/guideline"));
        assertThat(strings(page, "[...document.querySelectorAll('[id]')].map(e => e.id)"))
            .containsAll(links);
      }
    }
  }

  @SuppressWarnings("unchecked")
  private static List<String> strings(Page page, String script) {
    return (List<String>) page.evaluate(script);
  }

  @Test
  void theGuidelineIsSearchedWhileTyping() {
    try (Page page = wide()) {
      page.navigate(at("/guideline"));
      page.getByLabel("Search").pressSequentially("nelarabine");
      assertThat(page.locator("#tables [role=status]")).containsText("nelarabine");
      assertThat(page.locator("#tables tr#nelarabine-in-b-all")).isVisible();
      assertThat(page.locator("#tables tr#cbc-diff")).hasCount(0);
    }
  }

  @Test
  void theGuidelineIsPrintedWithoutWhatOnlyAScreenNeeds() {
    try (Page page = wide()) {
      page.navigate(at("/guideline"));
      page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
      assertThat(page.locator(".top")).isHidden();
      assertThat(page.locator("tr#ph-pos-induction")).isVisible();
      assertThat(page.locator(".foot")).containsText(guideline.version());
      assertThat(page.pdf()).isNotEmpty();
    }
  }

  @Test
  void aKaryotypeIsReadWhileTypingAndDrawn() {
    try (Page page = wide()) {
      page.navigate(at("/karyotype"));
      page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true))
          .fill("47,XY,+21,del(9)(p21)[18]/46,XY[2]");
      assertThat(page.locator(".idiogram figcaption"))
          .containsText("Gained: 21 (3 copies). Rearranged at: 9p21 (del).");
      assertThat(page.locator(".chromosome.gained text")).hasText("21");
      assertThat(page.locator(".token.change").first()).hasText("+21");
      assertThat(page.locator(".tokens")).hasText("47,XY,+21,del(9)(p21)[18]/46,XY[2]");
    }
  }

  @Test
  void manyKaryotypesBecomeATableWithProgress() {
    StringBuilder csv = new StringBuilder("case,karyotype\n");
    for (int line = 1; line <= 250; line++) {
      csv.append("case-").append(line).append(",\"46,XX,t(9;22)(q34;q11.2)[20]\"\n");
    }
    try (Page page = wide()) {
      page.navigate(at("/karyotype"));
      page.getByLabel("or a file")
          .setInputFiles(
              new FilePayload(
                  "many.csv", "text/csv", csv.toString().getBytes(StandardCharsets.UTF_8)));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Read them")).click();
      assertThat(page.locator("#many-said")).hasText("250 of 250 read");
      assertThat(page.locator("#many-rows tr")).hasCount(250);
      assertThat(page.locator("#many-rows tr").last()).containsText("case-250");
      assertThat(page.locator("#many-rows tr").last()).containsText("bcr-abl1");
      assertThat(Chromium.sideways(page)).isZero();
      var download =
          page.waitForDownload(
              () ->
                  page.getByRole(
                          AriaRole.BUTTON,
                          new Page.GetByRoleOptions().setName("Save the table (CSV)"))
                      .click());
      assertThat(download.suggestedFilename()).isEqualTo("karyotypes.csv");
    }
  }

  @Test
  void aServiceIsCalledLiveAndATokenIsSignedInPlace() throws Exception {
    try (Page page = wide()) {
      page.navigate(at("/integrators"));
      page.getByLabel("Example")
          .selectOption(new com.microsoft.playwright.options.SelectOption().setIndex(1));
      assertThat(page.getByLabel("Request", new Page.GetByLabelOptions().setExact(true)))
          .hasValue(java.util.regex.Pattern.compile("hookInstance"));
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).click();
      assertThat(page.locator("#call-said")).containsText("200 in");
      assertThat(page.locator("#call-answer")).containsText("\"cards\"");

      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Make a key")).click();
      assertThat(page.locator("#key-said")).hasText("made");
      page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign").setExact(true))
          .click();
      assertThat(page.locator("#claims")).containsText("\"aud\"");
      com.nimbusds.jwt.SignedJWT token =
          com.nimbusds.jwt.SignedJWT.parse(page.locator("#jwt").textContent());
      com.nimbusds.jose.jwk.ECKey key =
          com.nimbusds.jose.jwk.JWKSet.parse(page.locator("#jwks").textContent())
              .getKeys()
              .getFirst()
              .toECKey();
      assertThat(token.verify(new com.nimbusds.jose.crypto.ECDSAVerifier(key))).isTrue();
    }
  }

  @Test
  void theOpenApiPageIsDrawnUnderThePolicy() {
    try (Page page = wide()) {
      page.navigate(at("/integrators/api"));
      assertThat(page.locator(".opblock").first()).isVisible();
      page.locator(".opblock-summary-control").first().click();
      assertThat(page.locator(".opblock-body").first()).isVisible();
    }
  }

  @Test
  void whatCameOfTheAdviceIsShownAfterSignIn() throws Exception {
    JsonNode request = ExampleFolders.request("01-ph-positive-induction");
    JsonNode card = answer(request).path("cards").path(0);
    String feedback =
        "{\"feedback\":[{\"card\":\"%s\",\"outcome\":\"overridden\",\"outcomeTimestamp\":\"2026-11-25T10:00:00Z\",\"overrideReason\":{\"reason\":{\"code\":\"<b>seen</b>\",\"system\":\"http://example.org/why\"}}}]}"
            .formatted(card.path("uuid").asString());
    HttpRequest sent =
        HttpRequest.newBuilder(URI.create(at("/cds-services/all-patient-view/feedback")))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(feedback))
            .build();
    try (HttpClient client = HttpClient.newHttpClient();
        Page page = chromium.operator("operator", "demo")) {
      assertThat(client.send(sent, BodyHandlers.ofString()).statusCode()).isEqualTo(200);
      page.navigate(at("/feedback"));
      assertThat(page.locator("h1")).hasText("What came of the advice");
      assertThat(page.locator("main")).containsText("<b>seen</b>");
      // Three canvases are drawn, each from the table whose numbers it shows.
      assertThat(page.locator("canvas[data-table]")).hasCount(3);
      page.waitForFunction(
          "() => [...document.querySelectorAll('canvas[data-table]')].every(c =>"
              + " Chart.getChart(c)?.data.datasets.some(d => d.data.some(n => n > 0)))");
      // Beside what other tests of the same service sent.
      assertThat(
              page.evaluate(
                  "() => Chart.getChart(document.querySelector('[data-table=why]')).data.labels"))
          .isEqualTo(page.locator("#why tbody th > span:first-child").allTextContents())
          .asInstanceOf(InstanceOfAssertFactories.LIST)
          .contains("<b>seen</b>");
      assertThat(violations(page)).isEmpty();
      assertThat(Chromium.sideways(page)).isZero();
      // The console notes that the page asked who is there.
      assertThat(chromium.complaints()).allMatch(told -> told.contains("status of 401"));
    }
  }

  @Test
  void aBrowserThatGoesAstrayGetsAPageAndAClientAnOutcome() throws Exception {
    try (Page page = wide()) {
      page.navigate(at("/nothing/here"));
      assertThat(page.locator("h1")).hasText("There is nothing here");
      assertThat(violations(page)).isEmpty();
      chromium.complaints();
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      String answer =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(at("/nothing/here")))
                      .header("Accept", "application/json")
                      .build(),
                  BodyHandlers.ofString())
              .body();
      assertThat(answer).contains("OperationOutcome");
    }
  }

  @Test
  void aPatientIsLookedAtOnTheDayThatIsAskedFor() {
    try (Page page = wide()) {
      page.navigate(at(COMPLETE));
      assertThat(page.locator("main")).containsText("51 years");
      page.navigate(at(COMPLETE + "?as-of=2027-10-02"));
      assertThat(page.locator("#as-of")).hasValue("2027-10-02");
      assertThat(page.locator("main")).containsText("52 years");
      page.navigate(at(COMPLETE + "?as-of=tomorrow"));
      assertThat(page.locator("main")).containsText("Write the day like 2026-11-23.");
      chromium.complaints();
    }
  }
}
