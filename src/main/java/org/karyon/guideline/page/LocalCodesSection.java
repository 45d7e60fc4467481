package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.karyon.guideline.Guideline;
import org.karyon.terminology.CodeBinding;

/** The codes that the hospital added, which are no part of the source. */
final class LocalCodesSection {

  private LocalCodesSection() {}

  /** Nothing where the hospital added none. */
  static void write(Guideline guideline, Blocks page) {
    List<List<String>> rows = new ArrayList<>();
    for (Map.Entry<String, List<CodeBinding>> concept :
        guideline.terminology().localCodes().entrySet()) {
      for (CodeBinding code : concept.getValue()) {
        rows.add(
            List.of(
                "`" + concept.getKey() + "`",
                "`" + code.system() + "`",
                "`" + code.code() + "`",
                code.display(),
                code.source()));
      }
    }
    if (!rows.isEmpty()) {
      page.heading("Codes that this hospital added");
      page.table(List.of("Concept", "System", "Code", "Display", "Where"), rows);
    }
  }
}
