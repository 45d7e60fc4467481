package org.karyon.fhirapi;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.servlet.ServletRequestDetails;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.security.SmartScope;
import org.springframework.security.core.Authentication;

/**
 * Whether a client's scopes allow what it asks for (SMART App Launch 2.0, system scopes). Who is
 * not known at all was refused before; where anybody may call, nobody has scopes and nothing is
 * checked.
 */
@Interceptor
public final class ScopeCheck {

  ScopeCheck() {}

  /**
   * Refuses what no scope of the caller covers.
   *
   * @param request the request
   * @param operation what is asked for
   */
  @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
  public void check(ServletRequestDetails request, RestOperationTypeEnum operation) {
    if (operation == RestOperationTypeEnum.METADATA
        || !(request.getServletRequest().getUserPrincipal() instanceof Authentication caller)) {
      return;
    }
    SmartScope needed = needed(request, operation);
    boolean granted =
        caller.getAuthorities().stream()
            .map(authority -> String.valueOf(authority.getAuthority()))
            .filter(authority -> authority.startsWith(SmartScope.AUTHORITY))
            .flatMap(
                authority ->
                    SmartScope.of(authority.substring(SmartScope.AUTHORITY.length())).stream())
            .anyMatch(scope -> scope.covers(needed));
    if (!granted) {
      throw FhirFailures.of(
          403, IssueType.FORBIDDEN, "This needs the scope " + needed.text() + ".");
    }
  }

  /** What applies the guideline to a patient reads its plans. */
  private static SmartScope needed(RequestDetails request, RestOperationTypeEnum operation) {
    Optional<String> type = Optional.ofNullable(request.getResourceName());
    boolean searches =
        operation == RestOperationTypeEnum.SEARCH_TYPE
            || operation == RestOperationTypeEnum.GET_PAGE;
    return new SmartScope(
        type.or(() -> pageOf(request)).orElse("PlanDefinition"), Set.of(searches ? 's' : 'r'));
  }

  private static Optional<String> pageOf(RequestDetails request) {
    return Optional.ofNullable(request.getParameters().get("_getpages"))
        .flatMap(values -> Arrays.stream(values).findFirst())
        .map(StatelessPages::resourceType);
  }
}
