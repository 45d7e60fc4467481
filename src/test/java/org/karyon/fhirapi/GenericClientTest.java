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
import org.hl7.fhir.r4.model.GuidanceResponse;
import org.hl7.fhir.r4.model.Library;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.PlanDefinition;
import org.hl7.fhir.r4.model.StringType;
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

  private static Parameters record() throws IOException {
    Bundle record =
        FHIR.newJsonParser()
            .parseResource(
                Bundle.class,
                Files.readString(Path.of("fhir-examples/01-ph-positive-induction/patient.json")));
    Parameters parameters = new Parameters();
    parameters.addParameter("subject", "Patient/example-01");
    parameters.addParameter().setName("data").setResource(record);
    return parameters;
  }

  private CarePlan applied(Parameters parameters) {
    return client
        .operation()
        .onType(PlanDefinition.class)
        .named("$apply")
        .withParameters(parameters)
        .returnResourceType(CarePlan.class)
        .execute();
  }

  @Test
  void itAppliesAPlanByItsAddressOrAsItWasReadWithTheRecordAsDataOrPrefetch() throws IOException {
    UriType address = new UriType("https://karyon.org/fhir/PlanDefinition/ph-positive");
    Parameters byAddress = record();
    byAddress.addParameter("url", address);
    int activities = applied(byAddress).getActivity().size();
    assertThat(activities).isPositive();

    byAddress.addParameter("organization", "Organization/1");
    assertThat(applied(byAddress).getActivity()).hasSize(activities);

    PlanDefinition read =
        client.read().resource(PlanDefinition.class).withId("ph-positive").execute();
    Parameters asRead = record();
    asRead.addParameter().setName("planDefinition").setResource(read);
    assertThat(applied(asRead).getActivity()).hasSize(activities);

    read.getActionFirstRep().setTitle("Another");
    assertThatThrownBy(() -> applied(asRead)).hasMessageContaining("differs from it in action;");

    Parameters prefetched = new Parameters();
    prefetched.addParameter("url", address);
    Parameters.ParametersParameterComponent part =
        prefetched.addParameter().setName("prefetchData");
    part.addPart().setName("key").setValue(new StringType("record"));
    part.addPart().setName("data").setResource(record().getParameter().getLast().getResource());
    assertThat(applied(prefetched).getActivity()).hasSize(activities);
  }

  @Test
  void itReadsAgainOnlyWhatHasChangedAndPagesAndIncludes() {
    Library read = client.read().resource(Library.class).withId("KaryonLogic").execute();
    Library again =
        client
            .read()
            .resource(Library.class)
            .withId("KaryonLogic")
            .ifVersionMatches(read.getMeta().getVersionId())
            .returnNull()
            .execute();
    assertThat(again).isNull();
    Bundle page = client.search().byUrl("ValueSet?_count=2").returnBundle(Bundle.class).execute();
    // Links name the address by which the service is known outside.
    String link =
        page.getLink("next").getUrl().replace("http://localhost:8080", "http://localhost:" + port);
    Bundle next = client.loadPage().byUrl(link).andReturnBundle(Bundle.class).execute();
    assertThat(next.getEntry()).hasSize(2);
    assertThat(next.getEntryFirstRep().getResource().getId())
        .isNotEqualTo(page.getEntryFirstRep().getResource().getId());
    Bundle included =
        client
            .search()
            .forResource(PlanDefinition.class)
            .where(
                PlanDefinition.URL.matches().value("https://karyon.org/fhir/PlanDefinition/risk"))
            .include(PlanDefinition.INCLUDE_DEPENDS_ON)
            .returnBundle(Bundle.class)
            .execute();
    assertThat(included.getEntry())
        .extracting(entry -> entry.getSearch().getMode().toCode())
        .containsExactly("match", "include");
  }

  @Test
  void itAssessesThePatient() throws IOException {
    Bundle answer =
        client
            .operation()
            .onServer()
            .named("$assess")
            .withParameters(record())
            .returnResourceType(Bundle.class)
            .execute();
    assertThat(answer.getEntryFirstRep().getResource()).isInstanceOf(GuidanceResponse.class);
  }

  @Test
  void itAppliesThePlan() throws IOException {
    Parameters parameters = record();
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
