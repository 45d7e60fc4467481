package org.karyon.guideline.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.karyon.guideline.Guideline;
import org.karyon.terminology.CodeBinding;

/** The codes that the hospital added, which are no part of the source. */
final class LocalCodesSection {

  private LocalCodesSection() {}

  /** The rows of the table; empty when there are none. */
  static List<List<String>> rows(Guideline guideline) {
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
    return rows;
  }
}
