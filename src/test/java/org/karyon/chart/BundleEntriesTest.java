package org.karyon.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What entries of a Bundle call each other by is what they are found by. */
class BundleEntriesTest {

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text.replace('\'', '"'));
  }

  @Test
  void aResourceWithoutAnIdIsKnownByItsAddressInTheBundle() {
    List<JsonNode> resources =
        BundleEntries.of(
            json(
                "{'entry':[{'fullUrl':'urn:uuid:11','resource':{'resourceType':'Medication','code':{'text':'x'}}},"
                    + "{'fullUrl':'urn:uuid:12','resource':{'resourceType':'MedicationRequest','medicationReference':{'reference':'urn:uuid:11'}}}]}"));

    assertThat(resources.get(0).path("id").asString()).isEqualTo("11");
    assertThat(resources.get(1).path("id").asString()).isEqualTo("12");
    assertThat(resources.get(1).path("medicationReference").path("reference").asString())
        .isEqualTo("Medication/11");
  }

  @Test
  void aResourceWithAnIdKeepsItAndIsFoundByBothNames() {
    List<JsonNode> resources =
        BundleEntries.of(
            json(
                "{'entry':[{'fullUrl':'urn:uuid:11','resource':{'resourceType':'Patient','id':'p'}},"
                    + "{'resource':{'resourceType':'Observation','id':'o','subject':{'reference':'urn:uuid:11'},'hasMember':[{'reference':'urn:uuid:11'},{'reference':'Observation/2'}]}}]}"));

    assertThat(resources.get(1).path("subject").path("reference").asString())
        .isEqualTo("Patient/p");
    assertThat(resources.get(1).path("hasMember").path(0).path("reference").asString())
        .isEqualTo("Patient/p");
    assertThat(resources.get(1).path("hasMember").path(1).path("reference").asString())
        .isEqualTo("Observation/2");
  }

  @Test
  void aBundleWithoutSuchAddressesIsLeftAsItIs() {
    JsonNode bundle =
        json(
            "{'entry':{'fullUrl':'https://ehr.example/fhir/Observation/1','resource':{'resourceType':'Observation','id':'1'}}}");

    assertThat(BundleEntries.of(bundle)).hasSize(1);
    assertThat(BundleEntries.of(bundle).get(0)).isSameAs(bundle.path("entry").path("resource"));
  }
}
