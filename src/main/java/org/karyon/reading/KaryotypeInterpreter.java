package org.karyon.reading;

import java.util.List;

/** Turns a text in karyotype notation into what it says of the lesions. */
@FunctionalInterface
interface KaryotypeInterpreter {

  /**
   * Reads one text.
   *
   * @param text the karyotype as the laboratory wrote it
   * @param result the result that carries it
   * @return what it says of each lesion, and whether it could be read at all
   */
  KaryotypeReading read(String text, Result result);

  /**
   * What a karyotype says.
   *
   * @param interpretable whether anything could be read
   * @param evidence what it says of the lesions
   * @param remarks what a clinician should know of the text, in plain words without record text
   */
  record KaryotypeReading(
      boolean interpretable, List<LesionEvidence> evidence, List<String> remarks) {}

  /** Reads nothing and says so. */
  static KaryotypeInterpreter unread() {
    return (text, result) ->
        new KaryotypeReading(
            false,
            List.of(),
            List.of(
                "The karyotype is free text that was not interpreted; what it shows is unknown."));
  }
}
