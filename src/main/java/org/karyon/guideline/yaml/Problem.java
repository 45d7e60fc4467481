package org.karyon.guideline.yaml;

/**
 * Something in the guideline folder that a clinician has to mend.
 *
 * @param file the file
 * @param line the line, counted from 1
 * @param message what is wrong and what to do
 */
public record Problem(String file, int line, String message) {

  @Override
  public String toString() {
    return file + ":" + line + ": " + message;
  }
}
