package org.karyon.registry;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Whose a line of an export is, told from its first level without building the resource. */
public sealed interface LineOwner {

  /** A resource of a patient. */
  record OfPatient(String patient) implements LineOwner {}

  /** A drug that the resources of patients refer to. */
  record Drug(String id) implements LineOwner {}

  /** A resource that belongs to no patient, or to something else. */
  record Nobody(String reason) implements LineOwner {}

  /** Not a resource. */
  record Broken(String reason) implements LineOwner {}

  /** The ids that FHIR allows; anything else could not be told from the separators of the sort. */
  Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");

  JsonFactory JSON = JsonFactory.builder().build();

  /**
   * Reads whose a line is.
   *
   * @param line one line of NDJSON, a resource
   * @return whose it is; a line that is no resource is told with the reason, which holds nothing of
   *     it
   */
  static LineOwner of(String line) {
    String kind = "";
    String id = "";
    String subject = "";
    if (line.length() > FileLines.LONGEST) {
      return new Broken(FileLines.TOO_LONG);
    }
    try (JsonParser tokens = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (tokens.nextToken() != JsonToken.START_OBJECT) {
        return new Broken("the line is no JSON object");
      }
      while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = tokens.currentName();
        JsonToken value = tokens.nextToken();
        if (value == JsonToken.VALUE_STRING && name.equals("resourceType")) {
          kind = tokens.getString();
        } else if (value == JsonToken.VALUE_STRING && name.equals("id")) {
          id = tokens.getString();
        } else if (value == JsonToken.START_OBJECT
            && (name.equals("subject") || name.equals("patient"))) {
          subject = reference(tokens);
        } else {
          tokens.skipChildren();
        }
      }
    } catch (JacksonException malformed) {
      return new Broken("the line is no complete JSON");
    }
    return owner(kind, id, subject);
  }

  private static String reference(JsonParser tokens) {
    String reference = "";
    while (tokens.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = tokens.currentName();
      if (tokens.nextToken() == JsonToken.VALUE_STRING && name.equals("reference")) {
        reference = tokens.getString();
      } else {
        tokens.skipChildren();
      }
    }
    return reference;
  }

  private static LineOwner owner(String kind, String id, String subject) {
    if (kind.isEmpty()) {
      return new Broken("the object is no FHIR resource: it has no resourceType");
    }
    if (kind.equals("Medication")) {
      return ID.matcher(id).matches() ? new Drug(id) : new Nobody("Medication without an id");
    }
    String patient = kind.equals("Patient") ? id : patient(subject);
    return ID.matcher(patient).matches()
        ? new OfPatient(patient)
        : new Nobody(kind + " that names no patient");
  }

  /** {@code Patient/7}, {@code https://.../Patient/7/_history/2} and {@code urn:uuid:7}. */
  private static String patient(String reference) {
    if (reference.startsWith("urn:uuid:")) {
      return reference.substring("urn:uuid:".length());
    }
    String[] parts = reference.split("/", -1);
    for (int index = 0; index + 1 < parts.length; index++) {
      if (parts[index].equals("Patient")) {
        return parts[index + 1];
      }
    }
    return "";
  }
}
