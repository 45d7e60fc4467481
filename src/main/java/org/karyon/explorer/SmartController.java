package org.karyon.explorer;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.karyon.chart.ChartKey;
import org.karyon.chart.ChartPart;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.PartQuery;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.explorer.patient.Changes;
import org.karyon.explorer.patient.Drafts;
import org.karyon.explorer.patient.NotShown;
import org.karyon.explorer.patient.PatientPages;
import org.karyon.explorer.patient.SentScreen;
import org.karyon.security.AccessToken;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirPeculiarities;
import org.karyon.web.JsonBody;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * The SMART app: the EHR launches it, the browser reads the record with the user's token, and this
 * service shows what it makes of it. Whoever posts a record proves by that token that the FHIR
 * server lets them read this patient; neither is kept.
 */
@Controller
@ConditionalOnExpression("!'${karyon.smart.launch-url:}'.isEmpty()")
class SmartController {

  private final SmartProperties properties;
  private final HandedRecord handed;
  private final PatientPages pages;
  private final JsonBody json;
  private final FhirServers servers;
  private final String policy;

  SmartController(
      SmartProperties properties,
      HandedRecord handed,
      PatientPages pages,
      JsonBody json,
      FhirServers servers) {
    this.properties = properties;
    this.handed = handed;
    this.pages = pages;
    this.json = json;
    this.servers = servers;
    Set<String> origins = new LinkedHashSet<>(properties.authorizationOrigins());
    properties.fhirBaseUrls().forEach(base -> origins.add(origin(base)));
    this.policy =
        PageHeaders.POLICY.replace(
            "connect-src 'self'", "connect-src 'self' " + String.join(" ", origins));
  }

  private static String origin(String base) {
    URI uri = URI.create(base);
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  @GetMapping("/smart/launch")
  String launch(HttpServletResponse response, Model model) {
    response.setHeader("Content-Security-Policy", policy);
    model.addAttribute("smart", properties);
    return "smart-launch";
  }

  @GetMapping("/smart/app")
  String app(HttpServletResponse response, Model model) {
    response.setHeader("Content-Security-Policy", policy);
    Map<String, String> queries = new LinkedHashMap<>();
    handed.keys().forEach(key -> queries.put(key.name(), key.template()));
    model.addAttribute("queries", JsonMapper.shared().writeValueAsString(queries));
    return "smart-app";
  }

  @PostMapping("/smart/patient")
  String patient(HttpServletRequest request, Model model) {
    Map<String, String> form = SentForm.of(request);
    String record = form.getOrDefault("record", "");
    SentScreen screen =
        SentScreen.of(json.object(record.getBytes(StandardCharsets.UTF_8)), handed.keys());
    if (!mayRead(form.getOrDefault("iss", ""), form.getOrDefault("token", ""), screen)) {
      throw new NotShown(
          "The FHIR server did not confirm that this user may read this patient, or it is not one"
              + " that this service is configured for (karyon.smart.fhir-base-urls).");
    }
    model.addAttribute(
        "page", pages.page(screen, Drafts.of(screen.drafts()), new Changes(Map.of())));
    model.addAttribute("fixed", true);
    model.addAttribute("story", "");
    model.addAttribute("curl", "");
    model.addAttribute("record", "");
    model.addAttribute("request", record);
    model.addAttribute("orderables", List.of());
    return "patient";
  }

  private boolean mayRead(String issuer, String token, SentScreen screen) {
    Optional<FhirBaseUrl> server =
        properties.fhirBaseUrls().stream()
            .filter(base -> withoutSlash(base).equals(withoutSlash(issuer)))
            .findFirst()
            .map(base -> FhirBaseUrl.of(withoutSlash(base)));
    Optional<AccessToken> access = AccessToken.of(token);
    if (server.isEmpty() || access.isEmpty()) {
      return false;
    }
    ChartKey patient = handed.keys().stream().filter(ChartKey::isRead).findFirst().orElseThrow();
    PartQuery query = new PartQuery(patient, screen.patientId(), patient.query(screen.patientId()));
    ChartPart part =
        servers.on(server.get(), access, FhirPeculiarities.NONE).read(List.of(query)).get(query);
    return switch (part) {
      case ChartPart.Whole whole -> !whole.resources().isEmpty();
      case ChartPart.Partial unused -> false;
      case ChartPart.Missing unused -> false;
      case null -> false;
    };
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
