package org.karyon.explorer;

import org.karyon.demo.ExampleCase;

/**
 * An example patient of the gallery.
 *
 * @param name the folder, which is the permalink as well
 * @param number its number
 * @param title the title of the story
 * @param story the story, Markdown
 * @param service the service that its request calls
 */
record Example(String name, String number, String title, String story, String service) {

  static Example of(ExampleCase example) {
    String[] parts = example.story().strip().split("\n", 2);
    return new Example(
        example.name(),
        example.name().split("-", 2)[0],
        parts[0].replaceFirst("^#+\\s*", ""),
        parts.length == 2 ? parts[1].strip() : "",
        example.service());
  }

  /** The group of the gallery that it belongs to. */
  String group() {
    String lower = name.substring(number.length() + 1);
    if (lower.startsWith("ph-positive")) {
      return "B lineage, BCR::ABL1 present";
    }
    if (lower.startsWith("ph-negative") || lower.startsWith("ph-like")) {
      return "B lineage, BCR::ABL1 absent";
    }
    return lower.startsWith("t-all")
        ? "T lineage"
        : "At the edges: what is unknown, odd or out of scope";
  }
}
