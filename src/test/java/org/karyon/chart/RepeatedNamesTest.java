package org.karyon.chart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.chart.resource.Observation;
import org.karyon.chart.resource.ResourceKind;
import org.karyon.facts.DataGap;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of a name that stands twice one reader takes the first value and another the last. */
class RepeatedNamesTest {

  private static final RecordJson JSON = new RecordJson(ReadLimits.CLINICAL);
  private static final String PLAIN =
      """
      "resourceType":"Observation","id":"o","status":"final",
      "subject":{"reference":"Patient/p"},"code":{"coding":[{"system":"http://loinc.org","code":"718-7"}]},
      "effectiveDateTime":"2026-11-20","valueQuantity":{"value":9,"unit":"g/dL"}
      """;

  private static final List<ChartKey> KEYS =
      List.of(
          new ChartKey("patient", "Patient/{{context.patientId}}", true),
          new ChartKey("conditions", "Condition?patient={{context.patientId}}", true),
          new ChartKey("observations", "Observation?patient={{context.patientId}}", false));

  private static byte[] body(String observation) {
    return """
    {"prefetch":{
      "patient":{"resourceType":"Patient","id":"p"},
      "conditions":{"resourceType":"Bundle","entry":[]},
      "observations":{"resourceType":"Bundle","entry":[{"resource":{%s}}]}}}
    """
        .formatted(observation)
        .getBytes(UTF_8);
  }

  private static ReadResources<Observation> observations(String observation) {
    JsonNode request = JSON.readHook(body(observation));
    return Chart.open("p", KEYS, request.path("prefetch"), JsonMapper.shared().createObjectNode())
        .settled()
        .all(ResourceKind.OBSERVATION);
  }

  @Test
  void aResourceWithEachNameOnceIsRead() {
    assertThat(observations(PLAIN).resources()).hasSize(1);
    assertThat(observations(PLAIN).gaps()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"status\":\"entered-in-error\"",
        "\"subject\":{\"reference\":\"Patient/p2\"}",
        "\"valueQuantity\":{\"value\":19}",
        "\"valueString\":\"a\",\"valueString\":\"b\"",
        "\"note\":[{\"text\":\"a\",\"text\":\"b\"}]",
        "\"method\":{\"coding\":[{\"code\":\"a\",\"code\":\"b\"}]}"
      })
  void aResourceWithANameTwiceIsLeftOutAndNamed(String again) {
    ReadResources<Observation> read = observations(PLAIN + "," + again);

    assertThat(read.resources()).isEmpty();
    assertThat(read.isBroken()).isTrue();
    assertThat(read.gaps())
        .singleElement()
        .satisfies(gap -> assertThat(gap.message()).startsWith("A name stands twice"))
        .extracting(DataGap::subject)
        .isEqualTo("Observation/o");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"hook\":\"a\",\"hook\":\"b\"}",
        "{\"context\":{\"patientId\":\"p\",\"patientId\":\"p2\"}}",
        "{\"prefetch\":{\"patient\":{\"id\":\"p\",\"id\":\"p2\"}}}",
        "{\"prefetch\":{},\"prefetch\":{}}",
        "{\"prefetch\":{\"conditions\":{\"entry\":[{\"resource\":{\"id\":\"c\"},\"resource\":{}}]}}}",
        "{\"context\":{\"draftOrders\":{\"entry\":[],\"entry\":[]}}}"
      })
  void aBodyWithANameTwiceIsNoJsonThatIsRead(String body) {
    assertThatThrownBy(() -> JSON.readHook(body.getBytes(UTF_8)))
        .isInstanceOf(JacksonException.class);
    assertThatThrownBy(() -> JSON.read(body.getBytes(UTF_8))).isInstanceOf(JacksonException.class);
  }
}
