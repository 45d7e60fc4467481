package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Map;
import org.karyon.explorer.patient.NotShown;

/**
 * A form as a browser sends it; forms with files, which would be written to a disk, are refused.
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
  static Map<String, String> of(HttpServletRequest request) {
    if (!String.valueOf(request.getContentType()).startsWith(TYPE)) {
      throw new NotShown("This page takes what its own form sends.");
    }
    Map<String, String> fields = new LinkedHashMap<>();
    request
        .getParameterMap()
        .forEach((name, values) -> fields.put(name, values[values.length - 1]));
    return fields;
  }
}
