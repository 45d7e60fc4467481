package org.karyon.hooks;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.web.Refusal;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import tools.jackson.databind.JsonNode;

/**
 * The edition of CDS Hooks that a client asks for: {@code Accept: application/json;
 * cdsHooksVersion=3.0}, or the extension {@value #EXTENSION} of a call. Without either it is 2.0.
 *
 * @param third whether it is the edition 3.0
 * @param systemActions which system actions were agreed on with the client (CDS Hooks 3.0, System
 *     Action)
 */
record AskedEdition(boolean third, Set<String> systemActions) {

  /** The name of the extension of a request. */
  static final String EXTENSION = "org.karyon.cds-hooks";

  /** Naming the leukemia as the reason of a draft that names none. */
  static final String REASON = "reason";

  private static final String PARAMETER = "cdsHooksVersion";
  private static final AskedEdition SECOND = new AskedEdition(false, Set.of());

  AskedEdition {
    systemActions = Set.copyOf(systemActions);
  }

  /** What the headers ask for. */
  static AskedEdition of(HttpServletRequest request) {
    try {
      return MediaType.parseMediaTypes(Optional.ofNullable(request.getHeader("Accept")).orElse(""))
          .stream()
          .flatMap(media -> Optional.ofNullable(media.getParameter(PARAMETER)).stream())
          .findFirst()
          .map(version -> of(version, "Accept", Set.of()))
          .orElse(SECOND);
    } catch (InvalidMediaTypeException unknown) {
      return SECOND;
    }
  }

  /**
   * What a call asks for.
   *
   * @throws Refusal when it is an edition, or a system action, that is not spoken here
   */
  static AskedEdition of(HttpServletRequest request, JsonNode body) {
    JsonNode asked = body.path("extension").path(EXTENSION);
    if (!asked.isObject()) {
      return of(request);
    }
    List<String> actions = new ArrayList<>();
    for (JsonNode action : asked.path("systemActions")) {
      if (!action.asString("").equals(REASON)) {
        throw Refusal.malformed(
            "extension." + EXTENSION + ".systemActions",
            "The only system action is '%s'.".formatted(REASON));
      }
      actions.add(REASON);
    }
    return of(asked.path("version").asString("3.0"), "extension." + EXTENSION, Set.copyOf(actions));
  }

  private static AskedEdition of(String version, String where, Set<String> systemActions) {
    String plain = version.replace("\"", "");
    if (plain.matches("3(\\..*)?")) {
      return new AskedEdition(true, systemActions);
    }
    if (plain.matches("[12](\\..*)?")) {
      return SECOND;
    }
    throw new Refusal(
        HttpStatus.BAD_REQUEST,
        "not-supported",
        where,
        "The editions of CDS Hooks that are spoken here are 2.0 and 3.0.");
  }
}
