package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karyon.explorer.patient.NotShown;

/**
 * A form as a browser sends it, read from the body itself: the container would read it before its
 * size is judged, and would write what is large to a disk.
 */
final class SentForm {

  private static final String TYPE = "application/x-www-form-urlencoded";

  private SentForm() {}

  /**
   * The fields of a form.
   *
   * @param request a request with such a body
   * @return the last value of each field
   * @throws NotShown when the body is no form
   */
  static Map<String, String> of(HttpServletRequest request) throws IOException {
    String type = String.valueOf(request.getContentType());
    if (!type.startsWith(TYPE)) {
      throw new NotShown("This page takes what its own form sends.");
    }
    String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> fields = new LinkedHashMap<>();
    try {
      for (String field : body.split("&", -1)) {
        int equals = field.indexOf('=');
        if (equals > 0) {
          fields.put(decoded(field.substring(0, equals)), decoded(field.substring(equals + 1)));
        }
      }
    } catch (IllegalArgumentException malformed) {
      throw new NotShown("This page takes what its own form sends.");
    }
    return fields;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
