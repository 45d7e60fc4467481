package org.karyon.bench;

import org.karyon.chart.RecordJson;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.JsonParser;

/** What the same stack needs to receive a body and to read its tokens, and nothing else. */
@RestController
@Profile("floor") // Beside the tests it must not be found.
public class Floor {

  private final RecordJson json;

  /**
   * Reads with the limits of the service.
   *
   * @param json the reader
   */
  public Floor(RecordJson json) {
    this.json = json;
  }

  /**
   * Counts the tokens of a body.
   *
   * @param body the body
   * @return an empty answer with the number
   */
  @PostMapping(path = "/cds-services/floor", produces = MediaType.APPLICATION_JSON_VALUE)
  public String tokens(@RequestBody byte[] body) {
    int tokens = 0;
    try (JsonParser parser = json.parser(body, 0, body.length)) {
      while (parser.nextToken() != null) {
        tokens++;
      }
    }
    return "{\"tokens\":" + tokens + "}";
  }
}
