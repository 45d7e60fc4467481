package org.karyon.hostile.instrumented;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A request whose length is its only variable: a piece of text repeated in one place of one
 * resource, or a resource repeated.
 *
 * @param place where in which resource; {@code %s} stands for the text, {@code %b} for it in base64
 * @param piece what is repeated
 */
public record Attack(String place, String piece) {

  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Path EXAMPLE =
      Path.of("fhir-examples/08-ph-negative-adult-cd20-positive-work-up-complete/request.json");

  /** The places from which a reader takes text. */
  public static final List<String> PLACES =
      lines(
          """
          "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"29770-5"}]},"valueString":"%s"
          "resourceType":"Observation","code":{"text":"Minimal residual disease by flow"},"valueString":"%s"
          "resourceType":"Observation","code":{"text":"BCR::ABL1 FISH"},"valueCodeableConcept":{"text":"%s"}
          "resourceType":"Observation","code":{"text":"Flow immunophenotype"},"valueString":"%s"
          "resourceType":"Observation","code":{"text":"Disease status"},"valueString":"%s"
          "resourceType":"Observation","code":{"text":"%s"},"valueString":"Negative"
          "resourceType":"Observation","code":{"coding":[{"display":"%s"}]},"valueQuantity":{"value":1,"unit":"%"}
          "resourceType":"Observation","code":{"text":"MRD"},"valueQuantity":{"value":1,"unit":"%"},"interpretation":[{"text":"%s"}]
          "resourceType":"Observation","code":{"text":"BCR-ABL1 transcript"},"valueString":"see note","note":[{"text":"%s"}]
          "resourceType":"DiagnosticReport","code":{"text":"Leukemia report"},"conclusion":"%s"
          "resourceType":"DiagnosticReport","code":{"text":"Cytogenetics report"},"presentedForm":[{"contentType":"text/plain","data":"%b"}]
          "resourceType":"DiagnosticReport","code":{"text":"Cytogenetics report"},"conclusionCode":[{"text":"%s"}]
          "resourceType":"Condition","clinicalStatus":{"coding":[{"code":"active"}]},"code":{"text":"%s"}
          "resourceType":"MedicationRequest","intent":"order","status":"active","medicationCodeableConcept":{"text":"%s"},"dosageInstruction":[{"text":"%s"}]
          "resourceType":"MedicationStatement","status":"completed","medicationCodeableConcept":{"text":"%s"}
          "resourceType":"Procedure","status":"completed","performedDateTime":"2026-11-01","code":{"text":"%s"}
          "resourceType":"ServiceRequest","intent":"order","status":"active","code":{"text":"%s"}
          "resourceType":"Observation","code":{"coding":[{"system":"http://loinc.org","code":"69548-6"}]},"component":[{"code":{"coding":[{"system":"http://loinc.org","code":"48018-6"}],"text":"%s"},"valueString":"%s"}]
          """);

  /** What a pattern, a list of words or a grammar might start with again and again. */
  public static final List<String> PIECES =
      Stream.concat(
              lines(
                  """
                  MRD 0.01%\s
                  not detected,\s
                  ((((
                  t(9;22)
                  1,
                  <b>
                  e
                  -
                  BCR::ABL1\s
                  BCR::ABL1 not detected.\s
                  BCR::ABL1,\s
                  and\s
                  no\s
                  1 in 300\s
                  p190 10^-4\s
                  [x]\s
                  [ ]\s
                  |
                  ;\s
                  46,XX,
                  46,XX,t(9;22)(q34;q11.2)[20]/
                  arr[GRCh38]\s
                  9p21.3(21971208_22009305)x1,
                  &#60;
                  1 000 ABL1 copies\s
                  0,
                  12\s
                  12.
                  Negative\s
                  Residual disease:\s
                  deletion of\s
                  not\s
                  without\s
                  :
                  ?
                  (a
                  a(
                  *
                  ____
                  ....
                  %
                  %,
                  <
                  < 0.01 %\s
                  10
                  x2
                  der(
                  add(9)(p1
                  KMT2A\s
                  ish(
                  _
                  //
                  cp
                  idem,
                  ~
                  [1
                  previously positive\s
                  ; but\s
                  Ph+
                  ph pos\s
                  \u00e9
                  e\u0301\u0316
                  CD20 positive\s
                  cd20 30%\s
                  CD19+, CD20-\s
                  CD20(+)
                  ab-cdef
                  Blasts express CD19\s
                  intrathecal\s
                  DNA index 1.2\s
                  leukemia\s
                  history of\s
                  exons 4\s
                  c.35G>A\s
                  p.(Arg273His)\s
                  1e
                  copies\s
                  0.0
                  rituximab\s
                  mg/m2\s
                  vincristine and\s
                  """)
                  .stream(),
              Stream.of(
                  "nuc ish(ABL1,BCR)x2[200]/\n",
                  "\n",
                  "\t",
                  " ",
                  "BCR::ABL1: negative\n",
                  "a: b\n",
                  "\\.br\\",
                  "\\T\\",
                  "9",
                  "\u2070",
                  "1/",
                  ":1",
                  "viab",
                  "a ",
                  "A",
                  "\ud83d\ude00"))
          .toList();

  private static List<String> lines(String block) {
    return block.lines().filter(line -> !line.isEmpty()).toList();
  }

  /**
   * The request with a text of about that many characters; of whole pieces, because what is cut in
   * the middle may be read in another way altogether.
   */
  byte[] ofLength(int characters) {
    String text = "MRD 1" + piece.repeat(characters / piece.length());
    return request(1, any -> text);
  }

  /** The request with so many resources that are alike but for their number. */
  byte[] ofResources(int resources) {
    return request(resources, number -> piece.repeat(40 / piece.length() + 1) + ' ' + number);
  }

  /**
   * The request with texts that differ from each other.
   *
   * @param number how many
   * @param length how many characters each has
   * @return its body
   */
  public byte[] ofTexts(int number, int length) {
    String text = piece.repeat(length / piece.length() + 1);
    return request(number, one -> (one + " " + text).substring(0, length));
  }

  private byte[] request(int resources, IntFunction<String> text) {
    JsonNode request = example();
    ObjectNode prefetch = (ObjectNode) request.path("prefetch");
    ObjectNode bundle = null;
    String type = place.split("\"", 5)[3];
    for (JsonNode part : prefetch) {
      if (part.path("entry")
          .path(0)
          .path("resource")
          .path("resourceType")
          .asString("")
          .equals(type)) {
        bundle = (ObjectNode) part;
      }
    }
    if (bundle == null) {
      bundle = prefetch.putObject(key(type)).put("resourceType", "Bundle").put("type", "searchset");
      bundle.putArray("entry");
    }
    ArrayNode entries = (ArrayNode) bundle.path("entry");
    for (int number = 0; number < resources; number++) {
      entries.addObject().set("resource", resource(number, text.apply(number)));
    }
    return JSON.writeValueAsBytes(request);
  }

  private ObjectNode resource(int number, String text) {
    String quoted = JSON.writeValueAsString(text);
    String json =
        place
            .replace("%s", quoted.substring(1, quoted.length() - 1))
            .replace("%b", Base64.getEncoder().encodeToString(text.getBytes(UTF_8)));
    ObjectNode resource = (ObjectNode) JSON.readTree("{" + json + "}");
    resource.put("id", "attack-" + number);
    resource.putObject("subject").put("reference", "Patient/example-08");
    if (!resource.has("status")) {
      resource.put("status", "final").put("effectiveDateTime", "2026-11-20");
    }
    return resource;
  }

  private static String key(String type) {
    return Character.toLowerCase(type.charAt(0)) + type.substring(1) + 's';
  }

  private static JsonNode example() {
    try {
      return JSON.readTree(Files.readAllBytes(EXAMPLE));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
