package org.karyon.boot;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * Asks the service in the same container whether it is ready; the container's image has no other
 * program that could.
 */
public final class HealthCheck {

  private static final int MILLISECONDS = 3000;

  private HealthCheck() {}

  /**
   * Ends with 0 when the service is ready and with 1 otherwise.
   *
   * @param arguments the address to ask; the port for probes on this machine when there is none
   */
  public static void main(String[] arguments) {
    String service = System.getenv().getOrDefault("SERVER_PORT", "8080");
    String port = System.getenv().getOrDefault("MANAGEMENT_SERVER_PORT", service);
    String address =
        arguments.length > 0
            ? arguments[0]
            : "http://127.0.0.1:" + port + "/actuator/health/readiness";
    System.exit(isReady(address) ? 0 : 1);
  }

  static boolean isReady(String address) {
    try {
      HttpURLConnection connection =
          (HttpURLConnection) URI.create(address).toURL().openConnection();
      connection.setConnectTimeout(MILLISECONDS);
      connection.setReadTimeout(MILLISECONDS);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException unreachable) {
      return false;
    }
  }
}
