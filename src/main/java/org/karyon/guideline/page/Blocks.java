package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The blocks of a page in Markdown, in the order in which its sections write them. */
final class Blocks {

  private final List<String> written = new ArrayList<>();

  void title(String words) {
    written.add("# " + words);
  }

  void heading(String words) {
    written.add("## " + words);
  }

  void subheading(String words) {
    written.add("### " + words);
  }

  void paragraph(String words) {
    written.add(words);
  }

  /** A table; each row has a cell below each word of the header. */
  void table(List<String> header, List<List<String>> rows) {
    List<String> lines = new ArrayList<>();
    lines.add(line(header));
    lines.add(line(header.stream().map(unused -> "---").toList()));
    rows.forEach(row -> lines.add(line(row)));
    written.add(String.join("\n", lines));
  }

  /** The id of a row, to which cards and pages link. */
  static String anchor(String id) {
    return "<a id=\"%s\"></a>`%s`".formatted(id, id);
  }

  /** The whole page. */
  String page() {
    return String.join("\n\n", written) + "\n";
  }

  private static String line(List<String> cells) {
    return cells.stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
