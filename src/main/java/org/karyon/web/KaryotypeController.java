package org.karyon.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.karyon.guideline.Guideline;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.Karyotypes;
import org.karyon.iscn.report.CountRange;
import org.karyon.iscn.report.Excerpt;
import org.karyon.iscn.report.FeatureCall;
import org.karyon.iscn.report.KaryotypeThresholds;
import org.karyon.reading.genetics.KaryotypeLimits;
import org.karyon.reading.resources.AttachedText;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a karyotype or FISH text for laboratories and shows all that was made of it; nothing is
 * kept.
 */
@RestController
class KaryotypeController {

  private static final int MOST_BYTES = 64 * 1024;

  private final KaryotypeThresholds thresholds;

  KaryotypeController(Guideline guideline) {
    this.thresholds = KaryotypeLimits.of(guideline);
  }

  /**
   * Reads a text of less than 64 KB, in the declared charset, else in UTF-8 or Windows-1252.
   *
   * @param type the media type with its charset
   * @param body the text
   * @return 200 with the reading, whatever the text says; 413 where it is longer; 400 where its
   *     bytes are not text in the declared charset
   */
  @PostMapping(path = "/karyotype", consumes = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<byte[]> read(
      @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody(required = false) Optional<byte[]> body) {
    byte[] bytes = body.orElse(new byte[0]);
    if (bytes.length >= MOST_BYTES) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE, "too-long", "", "A karyotype is shorter than 64 KB.");
    }
    KaryotypeReport report = Karyotypes.read(text(bytes, type), thresholds);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(json(report)));
  }

  private static String text(byte[] bytes, MediaType type) {
    return Optional.ofNullable(type.getCharset())
        .map(
            charset ->
                AttachedText.decode(bytes, charset)
                    .orElseThrow(
                        () ->
                            Refusal.malformed(
                                "",
                                "The body is not text in the charset that its Content-Type declares"
                                    + " (%s). Send the bytes in this charset, or declare theirs."
                                        .formatted(charset.name()))))
        .orElseGet(() -> AttachedText.undeclared(bytes));
  }

  /** Every key is always there; null says that the text gives no such number or reason. */
  private static Map<String, @Nullable Object> json(KaryotypeReport report) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text", report.text());
    json.put("interpretable", report.interpretable());
    json.put("reason", report.notInterpretableReason().orElse(null));
    json.put("modalNumber", range(report.modalNumber()));
    json.put("ploidy", report.ploidy().text());
    json.put("metaphases", report.metaphases());
    json.put("clones", report.clones().stream().map(KaryotypeController::clone).toList());
    json.put("tokens", report.tokens());
    json.put("unknown", report.unknown());
    json.put("warnings", report.warnings());
    Map<String, @Nullable Object> counts = new LinkedHashMap<>();
    counts.put("iscn2024", number(report.abnormalities().iscn2024()));
    counts.put("listed", number(report.abnormalities().listed()));
    json.put("abnormalities", counts);
    Map<String, Object> features = new LinkedHashMap<>();
    report.features().forEach((id, call) -> features.put(id, feature(call)));
    json.put("features", features);
    return json;
  }

  private static Map<String, @Nullable Object> clone(CloneReport clone) {
    Map<String, @Nullable Object> json = new LinkedHashMap<>();
    json.put("text", clone.text());
    json.put("start", clone.start());
    json.put("end", clone.end());
    json.put("role", clone.role().name().toLowerCase(Locale.ROOT));
    json.put("chromosomes", range(clone.chromosomes()));
    json.put("ploidyLevel", clone.ploidyLevel());
    json.put("metaphases", number(clone.metaphases()));
    json.put("composite", clone.composite());
    json.put("incomplete", clone.incomplete());
    json.put("abnormalities", clone.abnormalities());
    return json;
  }

  private static @Nullable List<Integer> range(Optional<CountRange> range) {
    return range.map(known -> List.of(known.low(), known.high())).orElse(null);
  }

  private static @Nullable Integer number(OptionalInt number) {
    return number.isPresent() ? number.getAsInt() : null;
  }

  private static Map<String, Object> feature(FeatureCall call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", call.state().code());
    json.put("evidence", call.evidence().stream().map(Excerpt::text).toList());
    json.put("reason", call.reason());
    return json;
  }
}
