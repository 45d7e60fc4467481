package org.karyon.explorer;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's chromium, without a download; a machine that has none is told so loudly. */
final class Chromium implements AutoCloseable {

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          // Nothing outside is ever asked for; no route, because routes hide preflights.
          "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1");

  private final Playwright playwright;
  private final Browser browser;
  private final List<String> complaints = new ArrayList<>();

  private Chromium(Path executable) {
    this.playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    this.browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(FLAGS)
                    .setHeadless(true));
  }

  /** Starts it, or skips the test with words that nobody overlooks. */
  @SuppressWarnings("SystemOut") // A skip is for the person who runs the tests.
  static Chromium start() {
    Optional<Path> executable =
        Stream.of(
                Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"),
                "/usr/bin/chromium-browser",
                "/usr/bin/google-chrome")
            .map(Path::of)
            .filter(Files::isExecutable)
            .findFirst();
    if (executable.isEmpty()) {
      System.err.println(
          "SKIPPED: there is no chromium here, so NO PAGE WAS TESTED IN A BROWSER. Install it"
              + " (apt-get install chromium), or name one by CHROMIUM.");
    }
    Assumptions.assumeTrue(executable.isPresent(), "chromium is installed");
    // A busy machine is slow and not wrong.
    PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
    return new Chromium(executable.orElseThrow());
  }

  /**
   * A fresh profile of a width and a theme, which ends with its page; what the console complains of
   * is kept.
   */
  Page page(int width, ColorScheme theme) {
    Page page =
        browser.newPage(
            new Browser.NewPageOptions()
                .setViewportSize(width, width < 800 ? 900 : 1000)
                .setColorScheme(theme)
                .setLocale("en-GB"));
    page.context().grantPermissions(List.of("clipboard-read", "clipboard-write"));
    return listenedTo(page);
  }

  /** A profile that signs in as the operator. */
  Page operator(String name, String password) {
    return listenedTo(
        browser.newPage(new Browser.NewPageOptions().setHttpCredentials(name, password)));
  }

  private Page listenedTo(Page page) {
    page.setDefaultTimeout(60_000);
    page.onConsoleMessage(
        message -> {
          if (message.type().equals("error") || message.type().equals("warning")) {
            complaints.add(message.location() + ": " + message.text());
          }
        });
    page.onPageError(error -> complaints.add(page.url() + ": " + error));
    page.onDialog(
        dialog -> {
          complaints.add(page.url() + ": a dialog said " + dialog.message());
          dialog.dismiss();
        });
    return page;
  }

  /** Puts a long text into a field at once; to fill it in line by line takes seconds. */
  static void paste(Locator field, String text) {
    field.evaluate(
        "(area, text) => { area.value = text;"
            + " area.dispatchEvent(new Event('input', { bubbles: true })); }",
        text);
  }

  /** How many pixels of a page lie beside the window. */
  static int sideways(Page page) {
    return ((Number)
            page.evaluate(
                "document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .intValue();
  }

  /** What consoles complained of since the last time; it is forgotten then. */
  List<String> complaints() {
    List<String> told = List.copyOf(complaints);
    complaints.clear();
    return told;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
