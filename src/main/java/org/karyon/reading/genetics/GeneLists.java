package org.karyon.reading.genetics;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives every gene of a list the noun that stands once for all of them, behind the gene: "KMT2A,
 * IGH or MYC rearrangement" and "rearrangement of KMT2A, IGH or MYC" both name three
 * rearrangements.
 */
final class GeneLists {

  private static final String GENE = "[A-Z][A-Z0-9@]{2,9}(?:(?:::|[-/])[A-Z][A-Z0-9@]{1,9})?";
  private static final String PLACED = GENE + "(?:\\s?\\([^()]{1,30}\\))?";
  private static final String LISTED =
      PLACED + "(?:(?:\\s*,\\s*(?:and |or |nor )?|\\s+(?:and|or|nor)\\s+)" + PLACED + "){0,20}";
  private static final String NOUN =
      "((?i:rearrangement|translocation|deletion|mutation|fusion))s?";
  private static final Pattern BEFORE_NOUN =
      Pattern.compile("(" + LISTED + ")\\s+(?:gene\\s+)?" + NOUN + "\\b");
  private static final Pattern AFTER_NOUN =
      Pattern.compile("\\b" + NOUN + "\\s+(?:of|in|involving)\\s+(?:the\\s+)?(" + LISTED + ")");
  private static final Pattern ONE = Pattern.compile(GENE);

  private GeneLists() {}

  /** The same clause in which each gene of a list has its own noun. */
  static String spelledOut(String clause) {
    String before =
        BEFORE_NOUN
            .matcher(clause)
            .replaceAll(found -> Matcher.quoteReplacement(each(found.group(1), found.group(2))));
    return AFTER_NOUN
        .matcher(before)
        .replaceAll(found -> Matcher.quoteReplacement(each(found.group(2), found.group(1))));
  }

  private static String each(String genes, String noun) {
    return ONE.matcher(genes).replaceAll(gene -> gene.group() + ' ' + noun);
  }
}
