package org.karyon.fhirapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.UriType;
import org.jspecify.annotations.Nullable;

/**
 * The codes of a question on terminology, in whichever form they came: {@code code} with {@code
 * system}, a coding, or a concept; only one form at a time.
 *
 * @param codings the codings, each with system and code; at least one
 */
record AskedCodes(List<Coding> codings) {

  static AskedCodes of(
      @Nullable CodeType code,
      @Nullable UriType system,
      @Nullable StringType systemVersion,
      @Nullable Coding coding,
      @Nullable CodeableConcept concept) {
    List<Coding> codings = new ArrayList<>();
    if (code != null && system != null) {
      Coding written = new Coding().setSystem(system.getValue()).setCode(code.getValue());
      codings.add(systemVersion == null ? written : written.setVersion(systemVersion.getValue()));
    }
    Optional.ofNullable(coding).ifPresent(codings::add);
    Optional.ofNullable(concept).map(CodeableConcept::getCoding).ifPresent(codings::addAll);
    boolean several =
        (code != null ? 1 : 0) + (coding != null ? 1 : 0) + (concept != null ? 1 : 0) > 1;
    if (several) {
      throw FhirFailures.invalid(
          IssueType.INVALID, "code", "Send one of 'code', 'coding' and 'codeableConcept'.");
    }
    List<Coding> whole = codings.stream().filter(c -> c.hasSystem() && c.hasCode()).toList();
    if (whole.isEmpty()) {
      throw FhirFailures.invalid(
          IssueType.REQUIRED, "code", "Send 'code' with 'system', or 'coding'.");
    }
    return new AskedCodes(whole);
  }

  /** A version can be compared only where the system is one of the guideline's own. */
  void checkVersions(NamedArtifacts named) {
    for (Coding coding : codings) {
      if (coding.hasVersion()) {
        CodeSystem system =
            named
                .known(CodeSystem.class, coding.getSystem())
                .orElseThrow(
                    () ->
                        FhirFailures.invalid(
                            IssueType.NOTSUPPORTED,
                            "systemVersion",
                            "The version of a code system of others is not known here; leave it"
                                + " out."));
        named.checked(system, "version", new StringType(coding.getVersion()));
      }
    }
  }

  /**
   * Whether one of the codes is there.
   *
   * @param member the code as it is known, or empty
   * @param display the display that is expected of it
   * @param where what is looked into, in words
   */
  Parameters validated(
      Function<Coding, Optional<Coding>> member, @Nullable StringType display, String where) {
    Parameters answer = new Parameters();
    for (Coding coding : codings) {
      Optional<Coding> known = member.apply(coding);
      if (known.isPresent()) {
        String expected = display == null ? coding.getDisplay() : display.getValue();
        String is = known.get().getDisplay();
        boolean named = expected == null || is == null || is.equalsIgnoreCase(expected);
        answer.addParameter("result", named);
        if (!named) {
          answer.addParameter("message", "The code is in " + where + " under another display.");
        }
        if (is != null) {
          answer.addParameter("display", is);
        }
        return answer;
      }
    }
    answer.addParameter("result", false);
    answer.addParameter("message", "The code is not in " + where + ".");
    return answer;
  }
}
