package org.karyon.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.RecordText;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads a CodeableConcept that is nothing but codes with their displays, and a text. */
final class ConceptScan {

  private static final int MOST_CODINGS = 8;
  private static final int LONGEST = 1_000;

  private final JsonParser parser;
  private final List<Coding> codings = new ArrayList<>();
  private String text = "";
  private boolean common = true;

  ConceptScan(JsonParser parser) {
    this.parser = parser;
  }

  /** Reads the value at which the parser stands; empty where it is anything else. */
  Optional<CodeableConcept> read() {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      return Optional.empty();
    }
    int members = 0;
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      if (name.equals("coding") && value == JsonToken.START_ARRAY) {
        codings();
      } else if (name.equals("text") && value == JsonToken.VALUE_STRING) {
        text = text();
      } else {
        common = false;
        parser.skipChildren();
      }
      members++;
    }
    return common && members <= 2 && codings.size() <= MOST_CODINGS
        ? Optional.of(new CodeableConcept(codings, text))
        : Optional.empty();
  }

  private void codings() {
    common &= codings.isEmpty();
    JsonToken value;
    while ((value = parser.nextToken()) != null && value != JsonToken.END_ARRAY) {
      if (value == JsonToken.START_OBJECT) {
        coding();
      } else {
        common = false;
        parser.skipChildren();
      }
    }
  }

  private void coding() {
    String system = "";
    String code = "";
    String display = "";
    int members = 0;
    String name;
    while ((name = parser.nextName()) != null) {
      JsonToken value = parser.nextToken();
      boolean written = value == JsonToken.VALUE_STRING;
      common &= written || value == JsonToken.VALUE_TRUE || value == JsonToken.VALUE_FALSE;
      switch (name) {
        case "system" -> {
          members += 1;
          system = text().strip();
          common &= written;
        }
        case "code" -> {
          members += 1 << 4;
          code = text().strip();
          common &= written;
        }
        case "display" -> {
          members += 1 << 8;
          display = text();
          common &= written;
        }
        case "version", "userSelected" -> common &= !value.isStructStart();
        default -> common = false;
      }
      parser.skipChildren();
    }
    common &= (members & ~0x111) == 0;
    codings.add(new Coding(system, code, display));
  }

  private String text() {
    String written = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : "";
    common &= written.length() <= LONGEST && RecordText.isWriting(written);
    return written.isBlank() ? "" : written;
  }
}
