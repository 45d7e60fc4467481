package org.karyon.hooks;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.Guideline;
import org.karyon.iscn.CloneReport;
import org.karyon.iscn.Evidence;
import org.karyon.iscn.FeatureCall;
import org.karyon.iscn.KaryotypeReport;
import org.karyon.iscn.KaryotypeThresholds;
import org.karyon.iscn.Karyotypes;
import org.karyon.reading.KaryotypeLimits;
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

  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private final KaryotypeThresholds thresholds;

  KaryotypeController(Guideline guideline) {
    this.thresholds = KaryotypeLimits.of(guideline);
  }

  @PostMapping(path = "/karyotype", consumes = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<byte[]> read(
      @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
      @RequestBody(required = false) Optional<byte[]> body) {
    byte[] text = body.orElse(new byte[0]);
    if (text.length >= MOST_BYTES) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE, "too-long", "", "A karyotype is shorter than 64 KB.");
    }
    KaryotypeReport report = Karyotypes.read(decoded(text, type), thresholds);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(json(report)));
  }

  /** As declared; without a declaration UTF-8, or what laboratory systems send that predate it. */
  private static String decoded(byte[] text, MediaType type) {
    if (type.getCharset() != null) {
      return new String(text, type.getCharset());
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text)).toString();
    } catch (CharacterCodingException invalid) {
      return new String(text, WINDOWS);
    }
  }

  private static Map<String, Object> json(KaryotypeReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", report.text());
    json.put("interpretable", report.interpretable());
    report.notInterpretableReason().ifPresent(reason -> json.put("reason", reason));
    // A key without a value is null, so that a client finds every key in every answer.
    json.put("modalNumber", report.modalNumber().map(range -> List.of(range.low(), range.high())));
    json.put("ploidy", report.ploidy().text());
    json.put("metaphases", report.metaphases());
    json.put("clones", report.clones().stream().map(KaryotypeController::clone).toList());
    json.put("tokens", report.tokens());
    json.put("unknown", report.unknown());
    json.put("warnings", report.warnings());
    Map<String, Object> counts = new LinkedHashMap<>();
    counts.put("iscn2024", report.abnormalities().iscn2024());
    counts.put("listed", report.abnormalities().listed());
    json.put("abnormalities", counts);
    Map<String, Object> features = new LinkedHashMap<>();
    report.features().forEach((id, call) -> features.put(id, feature(call)));
    json.put("features", features);
    return json;
  }

  private static Map<String, Object> clone(CloneReport clone) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", clone.text());
    json.put("start", clone.start());
    json.put("end", clone.end());
    json.put("role", clone.role().name().toLowerCase(Locale.ROOT));
    clone
        .chromosomes()
        .ifPresent(range -> json.put("chromosomes", List.of(range.low(), range.high())));
    json.put("ploidyLevel", clone.ploidyLevel());
    clone.metaphases().ifPresent(cells -> json.put("metaphases", cells));
    json.put("composite", clone.composite());
    json.put("incomplete", clone.incomplete());
    json.put("abnormalities", clone.abnormalities());
    return json;
  }

  private static Map<String, Object> feature(FeatureCall call) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("state", call.state().code());
    json.put("evidence", call.evidence().stream().map(Evidence::text).toList());
    json.put("reason", call.reason());
    return json;
  }
}
