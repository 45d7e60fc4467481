package org.karyon.hooks;

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
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

  @PostMapping(path = "/karyotype", consumes = MediaType.TEXT_PLAIN_VALUE)
  ResponseEntity<byte[]> read(@RequestBody(required = false) Optional<byte[]> body) {
    byte[] text = body.orElse(new byte[0]);
    if (text.length >= MOST_BYTES) {
      throw new Refusal(
          HttpStatus.CONTENT_TOO_LARGE, "too-long", "", "A karyotype is shorter than 64 KB.");
    }
    KaryotypeReport report = Karyotypes.read(new String(text, StandardCharsets.UTF_8), thresholds);
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(JsonMapper.shared().writeValueAsBytes(json(report)));
  }

  private static Map<String, Object> json(KaryotypeReport report) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("text", report.text());
    json.put("interpretable", report.interpretable());
    report.notInterpretableReason().ifPresent(reason -> json.put("reason", reason));
    report
        .modalNumber()
        .ifPresent(range -> json.put("modalNumber", List.of(range.low(), range.high())));
    json.put("ploidy", report.ploidy().text());
    json.put("metaphases", report.metaphases());
    json.put("clones", report.clones().stream().map(KaryotypeController::clone).toList());
    json.put("tokens", report.tokens());
    json.put("unknown", report.unknown());
    json.put("warnings", report.warnings());
    Map<String, Object> counts = new LinkedHashMap<>();
    report.abnormalities().iscn2024().ifPresent(count -> counts.put("iscn2024", count));
    report.abnormalities().listed().ifPresent(count -> counts.put("listed", count));
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
