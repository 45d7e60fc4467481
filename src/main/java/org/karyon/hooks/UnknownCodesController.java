package org.karyon.hooks;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.karyon.outcomes.SpreadsheetCell;
import org.karyon.reading.RecordReader;
import org.karyon.terminology.UnknownCodes;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the operator which codes of the records stand for nothing here: a table in the form of
 * local codes, in which only the concepts are missing.
 */
@RestController
class UnknownCodesController {

  private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

  private final UnknownCodes codes;

  UnknownCodesController(RecordReader reader) {
    this.codes = reader.unknownCodes();
  }

  @GetMapping("/codes/unknown.csv")
  ResponseEntity<String> unknown() {
    return ResponseEntity.ok()
        .contentType(CSV)
        .body(
            codes.lines().stream()
                .map(
                    line ->
                        "%s,%s,,,%d"
                            .formatted(cell(line.system()), cell(line.code()), line.count()))
                .collect(
                    Collectors.joining("\r\n", "system,code,display,concept,count\r\n", "\r\n")));
  }

  private static String cell(String text) {
    return '"' + SpreadsheetCell.harmless(text).replace("\"", "\"\"") + '"';
  }
}
