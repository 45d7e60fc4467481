package org.karyon.registry;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the references to a patient in the one form that is known without a server: {@code
 * Patient/7}. Exports also write the server's address before it, or {@code urn:uuid:7}. An address
 * counts only where all of the patient's resources name the same: of two, one is another server's
 * patient.
 */
final class PatientReferences {

  private static final String ESCAPED = "\\/";

  private final String address;
  private final String urn;
  private final String plain;
  private final Pattern absolute;
  private final boolean oneServer;

  PatientReferences(String patient, List<ExportLine> lines) {
    this.address = "/Patient/" + patient;
    this.urn = "\"urn:uuid:" + patient + '"';
    this.plain = "\"Patient/" + patient + '"';
    this.absolute =
        Pattern.compile(
            "\"(https?:[^\"\\s]{1,2000}?)/Patient/"
                + Pattern.quote(patient)
                + "(?:/_history/[^\"]{1,64})?\"");
    Set<String> servers = new HashSet<>();
    for (ExportLine line : lines) {
      if (isAbsolute(line.resource())) {
        Matcher references = absolute.matcher(slashed(line.resource()));
        while (references.find()) {
          servers.add(references.group(1).replaceFirst("/+$", ""));
        }
      }
    }
    this.oneServer = servers.size() == 1;
  }

  private boolean isAbsolute(String resource) {
    return resource.contains(address)
        || (resource.contains(ESCAPED) && slashed(resource).contains(address));
  }

  /** A slash may be written with a backslash before it, which no text of a reference holds. */
  private static String slashed(String resource) {
    return resource.contains(ESCAPED) ? resource.replace(ESCAPED, "/") : resource;
  }

  /**
   * The resource with its references to the patient in that form.
   *
   * @param resource its JSON
   */
  String plain(String resource) {
    String named = resource.contains(urn) ? resource.replace(urn, plain) : resource;
    return oneServer && isAbsolute(named)
        ? absolute.matcher(slashed(named)).replaceAll(Matcher.quoteReplacement(plain))
        : named;
  }
}
