package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the README shows is what the service answers. */
class ReadmeTest {

  @Test
  void theCardInTheReadmeIsTheFirstCardOfTheFirstExample() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    JsonNode card =
        JsonMapper.shared()
            .readTree(
                Files.readAllBytes(Path.of("fhir-examples/01-ph-positive-induction/response.json")))
            .path("cards")
            .path(0);

    assertThat(readme).contains("> **" + card.path("summary").asString() + "**");
    assertThat(card.path("detail").asString().lines())
        .isNotEmpty()
        .allSatisfy(line -> assertThat(readme).contains("> " + line));
    assertThat(readme).contains("/examples/01-ph-positive-induction/request", "mvn verify");
  }
}
