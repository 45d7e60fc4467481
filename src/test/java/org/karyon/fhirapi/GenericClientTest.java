package org.karyon.fhirapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.UriType;
import org.hl7.fhir.r4.model.ValueSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.karyon.OnTheDayOfTheExamples;
import org.springframework.boot.test.web.server.LocalServerPort;

/** HAPI's generic client speaks with the FHIR API as with any other server. */
@OnTheDayOfTheExamples
class GenericClientTest {

  // A context of its own, because the client's settings are kept in it.
  private static final FhirContext FHIR = FhirContext.forR4();

  @LocalServerPort private int port;
  private IGenericClient client;

  @BeforeEach
  void connect() {
    FHIR.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    client = FHIR.newRestfulGenericClient("http://localhost:" + port + "/fhir");
  }

  @Test
  void itReadsAndSearches() {
    assertThat(client.capabilities().ofType(CapabilityStatement.class).execute().getKind())
        .isEqualTo(CapabilityStatement.CapabilityStatementKind.INSTANCE);
    assertThat(client.read().resource(Library.class).withId("KaryonLogic").execute().getParameter())
        .isNotEmpty();
    Bundle found =
        client
            .search()
            .forResource(PlanDefinition.class)
            .where(PlanDefinition.TITLE.matches().value("Genetic"))
            .returnBundle(Bundle.class)
            .execute();
    assertThat(found.getTotal()).isEqualTo(1);
    assertThatThrownBy(() -> client.read().resource(Library.class).withId("none").execute())
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining("search /fhir/Library");
  }

  @Test
  void itExpandsAndValidates() {
    ValueSet expanded =
        client
            .operation()
            .onInstance("ValueSet/features-poor")
            .named("$expand")
            .withNoParameters(Parameters.class)
            .returnResourceType(ValueSet.class)
            .execute();
    assertThat(expanded.getExpansion().getTotal()).isEqualTo(13);
    assertThat(isMember("facts", "bcrAbl1")).isTrue();
    assertThat(isMember("facts", "nothing")).isFalse();
  }

  private boolean isMember(String set, String code) {
    return client
        .operation()
        .onInstance("ValueSet/" + set)
        .named("$validate-code")
        .withParameter(Parameters.class, "code", new CodeType(code))
        .andParameter("system", new UriType("https://karyon.org/fhir/CodeSystem/" + set))
        .execute()
        .getParameterBool("result");
  }

  @Test
  void itAppliesThePlan() throws IOException {
    Bundle record =
        FHIR.newJsonParser()
            .parseResource(
                Bundle.class,
                Files.readString(Path.of("fhir-examples/01-ph-positive-induction/patient.json")));
    Parameters parameters = new Parameters();
    parameters.addParameter("subject", "Patient/example-01");
    parameters.addParameter().setName("data").setResource(record);
    CarePlan plan =
        client
            .operation()
            .onInstance("PlanDefinition/ph-positive")
            .named("$apply")
            .withParameters(parameters)
            .returnResourceType(CarePlan.class)
            .execute();
    assertThat(plan.getSubject().getReference()).isEqualTo("Patient/example-01");
    assertThat(plan.getActivity()).isNotEmpty();
  }
}
