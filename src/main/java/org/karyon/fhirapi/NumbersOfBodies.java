package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.TooManyValues;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Looks at the numbers of a body before the library builds them: a number of a few bytes can be one
 * of millions of digits. The operations on a record read their JSON themselves, where such a number
 * costs its resource; anywhere else it is refused.
 */
@Interceptor
public final class NumbersOfBodies {

  private static final Pattern IN_XML =
      Pattern.compile("[\"']\\s*+[-+]?+([0-9]++[.]?+[0-9]*+)(?:[eE][-+]?+([0-9]++))?+\\s*+[\"']");
  private static final int LONGEST_EXPONENT = 2;
  private static final Set<String> READ_BY_US = Set.of("$assess", "$assess-batch", "$apply");

  private final RecordJson json;

  NumbersOfBodies(RecordJson json) {
    this.json = json;
  }

  /**
   * Refuses such a number in a body that the library is about to parse.
   *
   * @param request the request, whose body the library keeps
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_POST_PROCESSED)
  public void look(RequestDetails request) {
    String operation = String.valueOf(request.getOperation());
    if (!"POST".equals(String.valueOf(request.getRequestType()))
        || READ_BY_US.contains(operation)) {
      return;
    }
    byte[] body = request.loadRequestContents();
    if (body.length > 0) {
      RequestBodies.isUtf8(body);
    }
    String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
    if (type.contains("xml")) {
      look(new String(body, StandardCharsets.UTF_8));
    } else if (type.contains("json")) {
      look(body);
    }
  }

  private void look(byte[] body) {
    try (JsonParser parser = json.parser(body, 0, body.length)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_EMBEDDED_OBJECT) {
          throw refused();
        }
      }
      OneValue.check(json.read(body));
    } catch (TooManyValues tooMany) {
      throw RequestBodies.tooManyValues();
    } catch (JacksonException malformed) {
      throw FhirFailures.invalid(IssueType.STRUCTURE, "", "The request body is not valid JSON.");
    }
  }

  /**
   * Refuses such a number in XML, where it cannot be told from an identifier of the same form.
   *
   * @param xml a resource
   */
  static void look(String xml) {
    Matcher number = IN_XML.matcher(xml);
    while (number.find()) {
      String power = number.group(2);
      if (number.group(1).length() > ReadLimits.CLINICAL.longestNumber()
          || (power != null && power.length() > LONGEST_EXPONENT)) {
        throw refused();
      }
    }
  }

  private static RuntimeException refused() {
    return FhirFailures.invalid(
        IssueType.VALUE,
        "",
        "A number in the request body has more digits or a larger exponent than are read.");
  }
}
