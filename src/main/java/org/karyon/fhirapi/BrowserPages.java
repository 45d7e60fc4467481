package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.api.server.ResponseDetails;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.springframework.web.util.HtmlUtils;

/**
 * Shows an answer to a person: a browser that asks for HTML gets a page with the JSON in it, whose
 * addresses can be followed. Everything that comes from the resource is escaped.
 */
@Interceptor
public final class BrowserPages {

  private static final FhirContext FHIR = FhirContext.forR4Cached();

  private final Pattern addresses;

  /**
   * Pages of one server.
   *
   * @param base the address of the FHIR API, under which addresses can be followed
   */
  BrowserPages(String base) {
    this.addresses =
        Pattern.compile(
            "&quot;(" + Pattern.quote(base) + "/[A-Za-z0-9_./$?=&;%:~-]*)(\\|[^&]*)?&quot;");
  }

  /**
   * Writes the page instead of the resource, where one is asked for.
   *
   * @param request the request
   * @param answer the answer as it would be written
   * @param response where the page goes
   * @return false when the page was written
   * @throws IOException when the client is gone
   */
  @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
  public boolean show(RequestDetails request, ResponseDetails answer, HttpServletResponse response)
      throws IOException {
    IBaseResource resource = answer.getResponseResource();
    if (resource == null || !RequestForm.isForPerson(request)) {
      return true;
    }
    String json = FHIR.newJsonParser().setPrettyPrint(true).encodeResourceToString(resource);
    String title = HtmlUtils.htmlEscape(resource.fhirType());
    String body =
        addresses
            .matcher(HtmlUtils.htmlEscape(json))
            .replaceAll("&quot;<a href=\"$1\">$1$2</a>&quot;");
    response.setStatus(answer.getResponseCode());
    response.setContentType("text/html;charset=UTF-8");
    response.setHeader("Vary", "Accept");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response
        .getOutputStream()
        .write(
            ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>"
                    + title
                    + "</title></head><body><h1>"
                    + title
                    + "</h1><p>Ask with <code>Accept: application/fhir+json</code> or"
                    + " <code>_format=json</code> for the resource itself.</p><pre>"
                    + body
                    + "</pre></body></html>")
                .getBytes(StandardCharsets.UTF_8));
    return false;
  }
}
