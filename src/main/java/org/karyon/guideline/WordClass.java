package org.karyon.guideline;

import java.util.Locale;

/**
 * What a word does in a sentence of a laboratory report; the key of its list in words/reports.yaml.
 */
public enum WordClass {
  FILLER,
  BE,
  AND,
  OR,
  OF,
  FOR,
  WITH,
  /** Nouns that tell how a gene is changed. */
  REARRANGEMENT,
  LOSS,
  GAIN,
  MUTATION,
  LESION,
  PROBE,
  SIGNAL,
  QUALITY,
  GENE,
  PLOIDY,
  /** Verdicts. */
  POSITIVE,
  ALTERED,
  NEGATIVE,
  DENIAL,
  WITHOUT,
  EVIDENCE,
  SHOWS,
  SUGGESTS,
  /** What was examined, where and how. */
  CELLS,
  METAPHASES,
  SHARE,
  METHOD,
  BANDING,
  SAMPLE,
  LIMIT,
  REACH,
  BELOW,
  ABOVE,
  PROGNOSIS,
  DISEASE,
  OTHER_DISEASE,
  RESIDUAL,
  /** What takes a sentence out of the results of this sample. */
  DOUBT,
  PENDING,
  FAILED,
  RETRACTION,
  EARLIER,
  PERSON,
  GENERIC,
  EXCEPTION,
  OTHER_PART,
  /** How an antigen is expressed. */
  EXPRESSION,
  /** What only the report of an immunophenotype says. */
  EXPRESSION_NOUN,
  EXPRESSES,
  NOT_EXPRESSING,
  ANTIGEN,
  LEUKEMIC_POPULATION,
  /** Headings, by what stands below them. */
  HEADING_RESULT,
  HEADING_COMMENT,
  HEADING_CORRECTION,
  HEADING_LINE,
  HEADING_OTHER,
  /** Headings of the columns of a table. */
  COLUMN_OF_NAMES,
  COLUMN_OF_RESULTS;

  /** The key of the list. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether it names a part of a report and no word of a sentence. */
  public boolean isHeading() {
    return name().startsWith("HEADING_");
  }

  /** Whether it names a column of a table, and means that only where it fills a cell. */
  public boolean isColumn() {
    return name().startsWith("COLUMN_");
  }
}
