package org.karyon.hooks;

import java.net.http.HttpResponse;
import org.karyon.Loopback;
import tools.jackson.databind.JsonNode;

/** A call as an EHR sends it, to the service of the hook that it names. */
public final class HookCall {

  private HookCall() {}

  /** The answer of the service on this machine. */
  public static HttpResponse<String> send(int port, JsonNode request) {
    return Loopback.post(
        port,
        "/cds-services/all-" + request.path("hook").asString(),
        "application/json",
        request.toString());
  }
}
