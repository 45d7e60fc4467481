package org.karyon.bulk;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an export consists of (Bulk Data Access 2, Complete Status).
 *
 * @param transactionTime the moment of the data, as the server writes it
 * @param withToken whether its files want the token too
 * @param files its files; those of what could not be exported last
 */
record ExportManifest(String transactionTime, boolean withToken, List<OutputFile> files) {

  private static final Pattern TYPE = Pattern.compile("[A-Z][A-Za-z]{1,40}");

  /**
   * One file.
   *
   * @param address where it is
   * @param type the kind of resource in it
   * @param count how many lines it has, where the server says so
   * @param ofErrors whether it tells what could not be exported
   */
  record OutputFile(URI address, String type, Optional<Long> count, boolean ofErrors) {}

  /**
   * Reads a manifest.
   *
   * @param body its JSON
   * @param allowed where its files may lie
   * @throws ExportFailed when it is none, or names a file elsewhere
   */
  static ExportManifest of(String body, AllowedOrigins allowed) throws ExportFailed {
    JsonNode manifest;
    try {
      manifest = JsonMapper.shared().readTree(body);
    } catch (JacksonException none) {
      throw new ExportFailed(
          "The server's list of files is no JSON that can be read.", ExportRemedy.NONE);
    }
    if (!manifest.path("output").isArray()) {
      throw new ExportFailed("The server's list of files has no 'output'.", ExportRemedy.NONE);
    }
    List<OutputFile> files = new ArrayList<>();
    for (JsonNode output : manifest.path("output")) {
      files.add(file(output, false, allowed));
    }
    for (JsonNode error : manifest.path("error")) {
      files.add(file(error, true, allowed));
    }
    return new ExportManifest(
        manifest.path("transactionTime").asString(""),
        manifest.path("requiresAccessToken").asBoolean(true),
        List.copyOf(files));
  }

  private static OutputFile file(JsonNode output, boolean ofErrors, AllowedOrigins allowed)
      throws ExportFailed {
    String type = output.path("type").asString("");
    URI address =
        allowed
            .locate(output.path("url").asString(""))
            .orElseThrow(
                () ->
                    new ExportFailed(
                        "The server's list of files names one on another server, which is not"
                            + " fetched.",
                        ExportRemedy.ALLOWED_ORIGIN));
    JsonNode count = output.path("count");
    return new OutputFile(
        address,
        TYPE.matcher(type).matches() ? type : "Resource",
        count.isIntegralNumber() ? Optional.of(count.asLong()) : Optional.empty(),
        ofErrors);
  }
}
