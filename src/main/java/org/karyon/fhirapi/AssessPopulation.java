package org.karyon.fhirapi;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.karyon.population.PopulationDesk;
import org.karyon.population.PopulationOrder;
import org.karyon.population.PopulationServer;
import org.karyon.population.PopulationServers;

/**
 * Has a server's whole population assessed, asynchronously (FHIR R4, Asynchronous Request Pattern).
 * Which server, and with which credentials, is the operator's to say.
 */
public final class AssessPopulation {

  static final String NAME = "$assess-population";
  private static final String RETRY_WHEN_FULL = "600";

  private final RequestBodies bodies;
  private final PopulationDesk desk;
  private final PopulationServers servers;
  private final Set<String> declared;
  private final Clock clock;
  private final String base;

  AssessPopulation(
      RequestBodies bodies,
      PopulationDesk desk,
      PopulationServers servers,
      Set<String> declared,
      Clock clock,
      String base) {
    this.bodies = bodies;
    this.desk = desk;
    this.servers = servers;
    this.declared = declared;
    this.clock = clock;
    this.base = base;
  }

  /**
   * Takes the order and answers where to ask about it.
   *
   * @param request the request with Parameters
   * @param response 202 with {@code Content-Location}
   * @param details the same request as the library sees it
   * @throws IOException when the client is gone
   */
  @Operation(name = NAME, manualRequest = true, manualResponse = true)
  public void begin(
      HttpServletRequest request, HttpServletResponse response, RequestDetails details)
      throws IOException {
    if (!isAsynchronous(details)) {
      throw FhirFailures.invalid(
          IssueType.PROCESSING,
          "Prefer",
          "A whole population is not assessed while the client waits. Send 'Prefer:"
              + " respond-async', then ask at the address of Content-Location until it is done.");
    }
    PopulationInput input =
        PopulationInput.of(bodies.read(request), declared, Handling.isLenient(details));
    LocalDate today = LocalDate.now(clock);
    LocalDate asOf = input.asOf().orElse(today);
    if (asOf.isAfter(today)) {
      throw FhirFailures.invalid(
          IssueType.VALUE, "as-of", "The parameter 'as-of' lies in the future.");
    }
    PopulationServer server =
        servers
            .named(input.fhirServer())
            .orElseThrow(
                () ->
                    FhirFailures.unprocessable(
                        IssueType.VALUE,
                        "fhirServer",
                        input.fhirServer().isEmpty()
                            ? "Several servers can be assessed; name one in 'fhirServer'."
                            : "The server of 'fhirServer' is none of those whose population may be"
                                + " assessed; the operator names them in"
                                + " karyon.population.servers."));
    Optional<UUID> job =
        desk.ask(
            new PopulationOrder(
                client(request),
                base + '/' + NAME,
                server.base().toString(),
                input.export(),
                asOf,
                asOf.isBefore(today)));
    if (job.isEmpty()) {
      response.setHeader("Retry-After", RETRY_WHEN_FULL);
      throw FhirFailures.of(
          429,
          IssueType.THROTTLED,
          "As many populations as the operator allows are waiting or under way; try again later.");
    }
    accepted(response, base + PopulationAddresses.BELOW_BASE + job.get());
  }

  static String client(HttpServletRequest request) {
    return Optional.ofNullable(request.getRemoteUser()).orElse("");
  }

  private static boolean isAsynchronous(RequestDetails request) {
    List<String> preferences = Optional.ofNullable(request.getHeaders("Prefer")).orElse(List.of());
    return preferences.stream()
        .flatMap(preference -> Arrays.stream(preference.split("[,;]", -1)))
        .anyMatch(one -> one.strip().toLowerCase(Locale.ROOT).equals("respond-async"));
  }

  private static void accepted(HttpServletResponse response, String address) throws IOException {
    response.setHeader("Content-Location", address);
    PopulationAddresses.write(
        response,
        HttpServletResponse.SC_ACCEPTED,
        FhirFailures.note("The order was taken; ask at the address of Content-Location."));
  }
}
