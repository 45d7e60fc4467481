package org.karyon.hooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Document;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * The text of the cards: what a Markdown reader shows is what stands there raw, they are short, and
 * nothing of the record becomes markup, not even where every text of it tries to.
 */
class CardTextTest {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path FOLDER = Path.of("fhir-examples");
  private static final Parser MARKDOWN =
      Parser.builder().extensions(List.of(TablesExtension.create())).build();
  private static final Set<Class<? extends Node>> PLAIN =
      Set.of(
          Document.class,
          BulletList.class,
          ListItem.class,
          Paragraph.class,
          Text.class,
          Code.class,
          StrongEmphasis.class,
          SoftLineBreak.class);
  private static final Pattern CODE = Pattern.compile("(?<!`)(`+)(?!`)(.+?)(?<!`)\\1(?!`)");
  private static final Pattern INVISIBLE =
      Pattern.compile("[\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Cc}\\u2028\\u2029\\u3164\\u2800]");
  private static final List<String> HOSTILE =
      List.of(
          " [x](javascript:alert(1)) ![i](http://evil.example/i.png)",
          " <script>alert(1)</script> <img src=x onerror=y> <!-- c -->",
          " `code` ``two`` ``` *it* **bold** __b__ \\*x\\* \\",
          "\n| a | b |\n|---|---|\n| c | d |",
          "\n\n# heading\n- list\n1. one\n> quote\n---\n    code",
          " a\u202Eb\u200B\u2066c\u00AD\uFEFF\u3164\uDB40\uDC41",
          " &lt;b&gt; &#60; ~~s~~ http://evil.example www.evil.example m@evil.example",
          " [r]: http://evil.example\n[r]\n<http://evil.example>");

  private static List<Path> examples() {
    try (Stream<Path> folders = Files.list(FOLDER)) {
      return folders.filter(Files::isDirectory).sorted().toList();
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static JsonNode read(Path example, String file) {
    try {
      return JSON.readTree(Files.readAllBytes(example.resolve(file)));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }

  private static List<JsonNode> cards(Path example) {
    return read(example, "response.json").path("cards").valueStream().toList();
  }

  private static String kind(JsonNode card) {
    return card.path("extension").path("org.karyon.assessment").path("kind").asString();
  }

  @TestFactory
  Stream<DynamicTest> whatAMarkdownReaderShowsIsWhatStandsThereRaw() {
    return examples().stream()
        .map(
            example ->
                DynamicTest.dynamicTest(
                    example.getFileName().toString(),
                    () -> cards(example).forEach(CardTextTest::readsAsItStands)));
  }

  @TestFactory
  Stream<DynamicTest> noTextOfTheRecordBecomesMarkup() {
    List<Path> examples = examples();
    return examples.stream()
        .flatMap(
            example ->
                // Every text meets many records, and every record two texts.
                Stream.of(0, HOSTILE.size() / 2)
                    .map(shift -> (examples.indexOf(example) + shift) % HOSTILE.size())
                    .map(HOSTILE::get)
                    .map(
                        hostile ->
                            DynamicTest.dynamicTest(
                                example.getFileName() + hostile.strip(),
                                () ->
                                    answers(example, hostile)
                                        .forEach(CardTextTest::readsAsItStands))));
  }

  /** The cards of the example on every hook, with every text of its record made hostile. */
  private static List<JsonNode> answers(Path example, String hostile) {
    List<JsonNode> cards = new ArrayList<>();
    for (String hook : List.of("patient-view", "order-select", "order-sign")) {
      ObjectNode request = (ObjectNode) read(example, "request.json");
      request.put("hook", hook);
      ObjectNode context = (ObjectNode) request.path("context");
      if (hook.equals("order-select") && !context.has("selections")) {
        context.putArray("selections");
      }
      spoil(request.path("prefetch"), hostile);
      spoil(context.path("draftOrders"), hostile);
      cards.addAll(OrderScreen.send(request));
    }
    return cards;
  }

  /** Codes stay, so that the record is still understood; every text that people wrote is spoilt. */
  private static void spoil(JsonNode node, String hostile) {
    if (node instanceof ObjectNode object) {
      for (String name : List.copyOf(object.propertyNames())) {
        JsonNode value = object.path(name);
        boolean text =
            Set.of("text", "display", "valueString", "unit", "conclusion").contains(name);
        if (text && value.isString()) {
          object.set(name, StringNode.valueOf(value.asString() + hostile));
        } else {
          spoil(value, hostile);
        }
      }
    }
    if (node instanceof ArrayNode array) {
      array.forEach(child -> spoil(child, hostile));
    }
  }

  private static void readsAsItStands(JsonNode card) {
    isPlain(card.path("summary").asString(), 140);
    for (JsonNode suggestion : card.path("suggestions")) {
      isPlain(suggestion.path("label").asString(), 80);
    }
    String detail = card.path("detail").asString();
    assertThat(detail.replace("\n", "")).doesNotContainPattern(INVISIBLE);
    assertThat(detail).doesNotContain("://", "](", "www.").doesNotContainPattern("<[A-Za-z/!?]");
    Node document = MARKDOWN.parse(detail);
    StringBuilder shown = new StringBuilder();
    int[] items = new int[1];
    document.accept(
        new AbstractVisitor() {
          @Override
          protected void visitChildren(Node parent) {
            assertThat(PLAIN).as(detail).contains(parent.getClass());
            items[0] += parent instanceof ListItem ? 1 : 0;
            super.visitChildren(parent);
          }

          @Override
          public void visit(Text text) {
            shown.append(text.getLiteral());
          }

          @Override
          public void visit(Code code) {
            shown.append(code.getLiteral());
          }
        });
    List<String> lines = detail.lines().filter(line -> !line.isBlank()).toList();
    assertThat(items[0])
        .as(detail)
        .isEqualTo((int) lines.stream().filter(CardTextTest::isBullet).count());
    StringBuilder raw = new StringBuilder();
    lines.forEach(line -> raw.append(unmarked(isBullet(line) ? line.substring(2) : line)));
    assertThat(shown).hasToString(raw.toString());
  }

  private static boolean isBullet(String line) {
    return line.startsWith("- ");
  }

  private static void isPlain(String text, int limit) {
    assertThat(text)
        .isNotBlank()
        .hasSizeLessThan(limit)
        .doesNotContain("<", ">", "\\", "|")
        .doesNotContainPattern(INVISIBLE);
  }

  /** The line without the few marks that a card uses: backticks, bold and backslashes. */
  private static String unmarked(String line) {
    Matcher code = CODE.matcher(line);
    StringBuilder plain = new StringBuilder();
    int end = 0;
    while (code.find()) {
      plain.append(unescaped(line.substring(end, code.start())));
      String inside = code.group(2);
      boolean padded = inside.startsWith(" ") && inside.endsWith(" ") && !inside.isBlank();
      plain.append(padded ? inside.substring(1, inside.length() - 1) : inside);
      end = code.end();
    }
    return plain.append(unescaped(line.substring(end))).toString();
  }

  private static String unescaped(String text) {
    return text.replaceAll("(?<!\\\\)\\*\\*", "").replaceAll("\\\\([*_|\\[<>#+.)-])", "$1");
  }

  @Test
  void aBackslashOnlyStandsBeforeWhatNeedsOne() {
    for (Path example : examples()) {
      for (JsonNode card : cards(example)) {
        String outside = CODE.matcher(card.path("detail").asString()).replaceAll("");
        assertThat(outside).doesNotContainPattern("\\\\(?![*_|\\[<>#+.)-])");
      }
    }
  }

  @Test
  void cardsAreShort() {
    assertThat(median("treatment")).as("treatment").isLessThanOrEqualTo(900);
    assertThat(median("work-up")).as("work-up").isLessThanOrEqualTo(600);
    assertThat(median("risk")).as("risk").isLessThanOrEqualTo(450);
  }

  private static int median(String kind) {
    List<Integer> lengths =
        examples().stream()
            .flatMap(example -> cards(example).stream())
            .filter(card -> kind(card).equals(kind))
            .map(card -> card.path("detail").asString().length())
            .sorted()
            .toList();
    assertThat(lengths).hasSizeGreaterThan(5);
    return lengths.get(lengths.size() / 2);
  }

  @Test
  void cardsAreFew() {
    for (Path example : examples()) {
      String hook = read(example, "request.json").path("hook").asString();
      int most = hook.equals("patient-view") ? 4 : 3;
      if (!hook.equals("order-sign")) {
        assertThat(cards(example)).as(example.toString()).hasSizeLessThanOrEqualTo(most);
      }
    }
  }

  /**
   * An estimate of the height in a column of 760 pixels: lines of some hundred letters, buttons
   * side by side. A browser measures it where there is one.
   */
  @Test
  void aCardFitsOnAScreen() {
    for (Path example : examples()) {
      for (JsonNode card : cards(example)) {
        int lines =
            card.path("detail").asString().lines().mapToInt(line -> 1 + line.length() / 100).sum();
        int buttons =
            card.path("suggestions")
                .valueStream()
                .mapToInt(button -> 40 + 8 * button.path("label").asString().length())
                .sum();
        int height = 90 + 24 * lines + 48 * (1 + buttons / 700);
        assertThat(height).as(example + ": " + card.path("summary")).isLessThanOrEqualTo(600);
      }
    }
  }

  @Test
  void namesOfTestsAreTheLaboratorysShortOnes() {
    for (Path example : examples()) {
      for (JsonNode card : cards(example)) {
        String text = card.path("summary").asString() + "\n" + card.path("detail").asString();
        assertThat(text)
            .doesNotContain(
                "[Presence]", "/volume]", "in Blood or Tissue", "Serum or Plasma", " | ")
            .doesNotContain("10*3", "{", "}", "uL");
        if (!kind(card).equals("data-gap")) {
          assertThat(text).doesNotContain("Observation/", "Condition/");
        }
        assertThat(text).doesNotContainPattern("\\b20\\d\\d-\\d\\d-\\d\\d\\b");
      }
    }
  }

  @Test
  void everyFindingOfACardIsTracedInItsExtension() {
    for (Path example : examples()) {
      for (JsonNode card : cards(example)) {
        JsonNode extension = card.path("extension").path("org.karyon.assessment");
        if (Set.of("risk", "treatment").contains(kind(card))) {
          assertThat(extension.path("basis")).as(example.toString()).isNotEmpty();
        }
        for (JsonNode basis : extension.path("basis")) {
          assertThat(basis.path("fact").asString()).isNotBlank();
        }
      }
    }
  }
}
