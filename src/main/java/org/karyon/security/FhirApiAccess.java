package org.karyon.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/**
 * Who may do what with the FHIR API. The operator grants scopes to each client; a token that names
 * scopes of its own has fewer, and never more. An access token has the scopes that its
 * authorization server granted, and no more than the operator lets that server grant. Reading and
 * applying an artifact asks for {@code r} of its type, searching for {@code s}; the assessment of a
 * patient asks for {@code r} of RiskAssessment, which is what it answers with, and the assessment
 * of a whole population for {@code r} and {@code s} of everything, because it is fetched for that.
 */
final class FhirApiAccess implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String PATH = "/fhir/";
  private static final String ASSESSED = "RiskAssessment";

  private final Clients clients;

  FhirApiAccess(Clients clients) {
    this.clients = clients;
  }

  /** Whether a request is for the FHIR API, whose tokens are for all of it. */
  static boolean isFor(HttpServletRequest request) {
    return (path(request) + '/').startsWith(PATH);
  }

  /** As the container understood it: an address may be written in several ways. */
  private static String path(HttpServletRequest request) {
    return request.getServletPath() + Optional.ofNullable(request.getPathInfo()).orElse("");
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
    return new AuthorizationDecision(
        switch (authentication.get()) {
          case JwtAuthenticationToken token -> allow(limits(token), context.getRequest());
          case GrantedAccess granted -> allow(granted.limits(), context.getRequest());
          case null, default -> false;
        });
  }

  private List<SmartScopes> limits(JwtAuthenticationToken token) {
    List<SmartScopes> limits = new ArrayList<>();
    limits.add(
        clients.named(token.getName()).map(Client::scopes).orElse(new SmartScopes(Set.of())));
    Optional.ofNullable(token.getToken().getClaimAsString("scope"))
        .map(SmartScopes::of)
        .ifPresent(limits::add);
    return limits;
  }

  private static boolean allow(List<SmartScopes> limits, HttpServletRequest request) {
    Asked asked = Asked.of(request);
    return limits.stream()
        .allMatch(
            scopes -> asked.letters().chars().allMatch(l -> scopes.allow(asked.type(), (char) l)));
  }

  /**
   * What a request asks for.
   *
   * @param type the resource type
   * @param letters {@code r}, {@code s} or both
   */
  record Asked(String type, String letters) {

    static Asked of(HttpServletRequest request) {
      String path = path(request);
      List<String> parts =
          List.of(path.substring(Math.min(PATH.length(), path.length())).split("/", -1));
      String first = parts.getFirst();
      if (first.isEmpty()) {
        // A batch may read and search anything.
        return new Asked("", "rs");
      }
      if (first.equals("$assess-population") || first.equals("population")) {
        return new Asked(SmartScopes.EVERYTHING, "rs");
      }
      if (first.startsWith("$")) {
        return new Asked(ASSESSED, "r");
      }
      String second = parts.size() == 1 ? "" : parts.get(1);
      return new Asked(first, second.isEmpty() || second.equals("_search") ? "s" : "r");
    }
  }
}
