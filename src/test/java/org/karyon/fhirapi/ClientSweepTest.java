package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.SearchStyleEnum;
import ca.uhn.fhir.rest.client.api.IClientInterceptor;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.IHttpRequest;
import ca.uhn.fhir.rest.client.api.IHttpResponse;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.gclient.IClientExecutable;
import ca.uhn.fhir.rest.gclient.IOperationUnnamed;
import ca.uhn.fhir.rest.gclient.IOperationUntypedWithInput;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringWriter;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * HAPI's generic client sends each line of the table of docs/fhir-api.md by the call that it has
 * for it, and what it receives is what the line says. {@code check.mjs} does the same with a client
 * in JavaScript.
 */
@OnTheDayOfTheExamples
class ClientSweepTest {

  private static final FhirContext FHIR = FhirContext.forR4();
  private static final Pattern OPERATION =
      Pattern.compile("(?:([A-Z]\\w+)/)?(?:([\\w.-]+)/)?\\$([\\w-]+)(?:\\?(.*))?");
  private static final Pattern INSTANCE = Pattern.compile("[A-Z]\\w+/[\\w.-]+");
  private static final Pattern SEARCH = Pattern.compile("([A-Z]\\w+)(?:\\?.*)?");
  private static final Pattern HISTORY =
      Pattern.compile("([A-Z]\\w+/[\\w.-]+)/_history(?:/([\\w.-]+))?");

  @LocalServerPort private int port;

  /** What the last call received. */
  private static final class Received implements IClientInterceptor {

    private int status;
    private String text = "";

    private final String accept;

    Received(String accept) {
      this.accept = accept;
    }

    @Override
    public void interceptRequest(IHttpRequest request) {
      status = 0;
      text = "";
      // The client would take JSON and XML, whatever the line says.
      request.removeHeaders("Accept");
      request.addHeader("Accept", accept);
    }

    @Override
    public void interceptResponse(IHttpResponse response) throws IOException {
      status = response.getStatus();
      response.bufferEntity();
      try (Reader reader = response.createReader()) {
        StringWriter all = new StringWriter();
        reader.transferTo(all);
        text = all.toString();
      }
    }
  }

  @TestFactory
  Stream<DynamicTest> everyLineIsExercised() {
    return TableRow.all().stream()
        .filter(ClientSweepTest::hasCall)
        .map(row -> DynamicTest.dynamicTest(row.line(), () -> isTrue(row)));
  }

  /** The lines that only a plain HTTP client can send are few, and are sent by another test. */
  @Test
  void clientsHaveACallForAlmostEveryLine() {
    assertThat(TableRow.all().stream().filter(row -> !hasCall(row))).hasSizeLessThan(10);
  }

  /** HEAD, OPTIONS, and bodies that are no resources or none that the address takes. */
  private static boolean hasCall(TableRow row) {
    return switch (row.method()) {
      case "HEAD", "OPTIONS" -> false;
      case "POST" ->
          row.header().isEmpty()
              && (row.form()
                  ? row.address().endsWith("_search")
                  : isParameters(row)
                      || row.body().orElse("").contains("\"Bundle\"")
                      || row.address().equals("Library"));
      default -> true;
    };
  }

  private void isTrue(TableRow row) {
    FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    IGenericClient client = FHIR.newRestfulGenericClient("http://localhost:" + port + "/fhir");
    Received received =
        new Received(
            row.header().equals(Optional.of("Accept"))
                ? row.headerValue()
                : "application/fhir+json");
    client.registerInterceptor(received);
    List<OperationOutcome> told = new ArrayList<>();
    try {
      send(client, row);
    } catch (BaseServerResponseException refused) {
      assertThat(refused.getStatusCode()).isEqualTo(row.status());
      if (refused.getOperationOutcome() instanceof OperationOutcome outcome) {
        told.add(outcome);
      }
    }
    row.isAnsweredBy(received.status, received.text);
    if (row.status() >= 400) {
      // The client reads the outcome, and so can whoever calls it.
      assertThat(told).as(received.text).hasSize(1);
      OperationOutcome.OperationOutcomeIssueComponent issue = told.getFirst().getIssueFirstRep();
      assertThat(issue.getDiagnostics() + issue.getDetails().getText()).isNotBlank();
    }
  }

  private static void send(IGenericClient client, TableRow row) {
    Matcher operation = OPERATION.matcher(row.address());
    boolean plain = row.header().isEmpty() && !row.form() && isParameters(row);
    if (operation.matches() && plain) {
      operate(client, row, operation);
    } else if (row.method().equals("GET")) {
      get(client, row);
    } else {
      write(client, row);
    }
  }

  private static boolean isParameters(TableRow row) {
    return row.body().isEmpty() || row.body().get().contains("\"Parameters\"");
  }

  private static void operate(IGenericClient client, TableRow row, Matcher named) {
    IOperationUnnamed on =
        named.group(1) == null
            ? client.operation().onServer()
            : named.group(2) == null
                ? client.operation().onType(named.group(1))
                : client.operation().onInstance(named.group(1) + '/' + named.group(2));
    Parameters parameters =
        row.body()
            .map(body -> FHIR.newJsonParser().parseResource(Parameters.class, body))
            .orElseGet(() -> parameters(named.group(4)));
    IOperationUntypedWithInput<Parameters> call =
        on.named('$' + named.group(3)).withParameters(parameters);
    (row.method().equals("GET") ? call.useHttpGet() : call).returnMethodOutcome().execute();
  }

  private static Parameters parameters(String query) {
    Parameters parameters = new Parameters();
    for (String pair : query == null ? new String[0] : query.split("&")) {
      String[] parts = pair.split("=", 2);
      parameters.addParameter(
          parts[0], new StringType(URLDecoder.decode(parts[1], StandardCharsets.UTF_8)));
    }
    return parameters;
  }

  private static void get(IGenericClient client, TableRow row) {
    Matcher history = HISTORY.matcher(row.address());
    if (row.header().isPresent() || row.address().contains("_format")) {
      raw(client, row);
    } else if (row.address().equals("metadata")) {
      client.capabilities().ofType(CapabilityStatement.class).execute();
    } else if (INSTANCE.matcher(row.address()).matches() && isKnown(row.address())) {
      read(client, row.address());
    } else if (history.matches() && history.group(2) == null) {
      client.history().onInstance(history.group(1)).returnBundle(Bundle.class).execute();
    } else if (history.matches()) {
      String[] parts = history.group(1).split("/");
      client.read().resource(parts[0]).withIdAndVersion(parts[1], history.group(2)).execute();
    } else if (SEARCH.matcher(row.address()).matches() && !row.address().startsWith("metadata")) {
      client.search().byUrl(row.address()).returnBundle(Bundle.class).execute();
    } else {
      raw(client, row);
    }
  }

  /** The client refuses to ask for kinds that R4 does not have. */
  private static boolean isKnown(String address) {
    return FHIR.getResourceTypes().contains(address.split("/")[0]);
  }

  private static void read(IGenericClient client, String address) {
    String[] parts = address.split("/");
    IBaseResource read = client.read().resource(parts[0]).withId(parts[1]).execute();
    assertThat(read.getIdElement().getIdPart()).isEqualTo(parts[1]);
  }

  private static void raw(IGenericClient client, TableRow row) {
    var call = client.rawHttpRequest().get(client.getServerBase() + '/' + row.address());
    row.header()
        .filter(name -> !name.equals("Accept"))
        .ifPresent(name -> call.withAdditionalHeader(name, row.headerValue()));
    call.execute();
  }

  private static void write(IGenericClient client, TableRow row) {
    String body = row.body().orElse("");
    String type = row.address().split("/")[0];
    IClientExecutable<?, ?> call =
        switch (row.method()) {
          case "PUT" -> client.update().resource(body).withId("x");
          case "PATCH" -> client.patch().withBody(body).withId(row.address());
          case "DELETE" -> client.delete().resourceById(type, "x");
          default ->
              row.address().isEmpty()
                  ? client.transaction().withBundle(body)
                  : row.address().startsWith("$")
                      ? client
                          .operation()
                          .onServer()
                          .named(row.address())
                          .withParameters(data(body))
                      : row.form()
                          ? client
                              .search()
                              .byUrl(type + '?' + body)
                              .usingStyle(SearchStyleEnum.POST)
                              .returnBundle(Bundle.class)
                          : client.create().resource(body);
        };
    call.execute();
  }

  /** The client sends no record without its Parameters. */
  private static Parameters data(String bundle) {
    Parameters parameters = new Parameters();
    parameters
        .addParameter()
        .setName("data")
        .setResource(FHIR.newJsonParser().parseResource(Bundle.class, bundle));
    return parameters;
  }
}
