package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.chart.TooManyValues;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Reads a request body once, within limits, and says what is wrong with it without repeating it.
 */
final class RequestBodies {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final RecordJson json;
  private final int maximumBytes;

  RequestBodies(RecordJson json, HandedRecord handed) {
    this.json = json;
    this.maximumBytes = handed.maximumBytes();
  }

  JsonNode read(HttpServletRequest request) throws IOException {
    byte[] body = request.getInputStream().readNBytes(maximumBytes + 1);
    String type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
    if (type.contains("xml")) {
      checked(body);
      return xml(new String(body, StandardCharsets.UTF_8));
    }
    return json(body);
  }

  int maximumBytes() {
    return maximumBytes;
  }

  JsonNode json(byte[] body) {
    checked(body);
    try {
      return json.read(body);
    } catch (TooManyValues tooMany) {
      throw tooManyValues();
    } catch (JacksonException invalid) {
      throw FhirFailures.invalid(
          IssueType.STRUCTURE, "", "The request body is not valid JSON" + place(invalid) + ".");
    }
  }

  private void checked(byte[] body) {
    if (body.length > maximumBytes) {
      throw FhirFailures.of(
          413,
          IssueType.TOOLONG,
          "The request body is larger than %d bytes; send fewer resources."
              .formatted(maximumBytes));
    }
    if (body.length == 0) {
      throw FhirFailures.invalid(IssueType.REQUIRED, "", "The request body is empty.");
    }
    isUtf8(body);
  }

  /** Strict, because a replaced character in a karyotype or a name would go unnoticed. */
  static void isUtf8(byte[] body) {
    if (!RecordJson.isUtf8(body)) {
      throw FhirFailures.invalid(IssueType.STRUCTURE, "", "The request body is not valid UTF-8.");
    }
  }

  private static String place(JacksonException invalid) {
    return invalid.getLocation() == null || invalid.getLocation().getLineNr() < 1
        ? ""
        : " (line %d, column %d)"
            .formatted(invalid.getLocation().getLineNr(), invalid.getLocation().getColumnNr());
  }

  static RuntimeException tooManyValues() {
    return FhirFailures.of(
        413,
        IssueType.TOOCOSTLY,
        "The request body has more values than are read of one; send fewer resources.");
  }

  /** XML goes through the library, which knows what JSON leaves out, such as single elements. */
  private JsonNode xml(String body) {
    NumbersOfBodies.look(body);
    try {
      String converted =
          FHIR.newJsonParser().encodeResourceToString(FHIR.newXmlParser().parseResource(body));
      return json.read(converted.getBytes(StandardCharsets.UTF_8));
    } catch (DataFormatException invalid) {
      throw FhirFailures.invalid(
          IssueType.STRUCTURE, "", "The request body is not a FHIR R4 resource in XML.");
    }
  }
}
