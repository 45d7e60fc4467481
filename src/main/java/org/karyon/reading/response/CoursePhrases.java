package org.karyon.reading.response;

import java.util.List;
import org.karyon.terminology.PhraseList;
import org.karyon.terminology.Terminology;

/**
 * The words for where the disease stands, from the guideline's data.
 *
 * @param name what a statement of it is called
 * @param remission a complete remission
 * @param relapse a relapse
 * @param notInRemission a disease that did not reach a remission
 * @param noRemission the same, said by a denial
 * @param denial what denies a word behind it
 */
record CoursePhrases(
    List<String> name,
    List<String> remission,
    List<String> relapse,
    List<String> notInRemission,
    List<String> noRemission,
    List<String> denial) {

  static CoursePhrases of(Terminology terminology) {
    return new CoursePhrases(
        terminology.phrases(PhraseList.NAME_OF_DISEASE_STATUS),
        terminology.phrases(PhraseList.REMISSION),
        terminology.phrases(PhraseList.RELAPSE),
        terminology.phrases(PhraseList.NOT_IN_REMISSION),
        terminology.phrases(PhraseList.NO_REMISSION),
        terminology.phrases(PhraseList.DENIAL_OF_STATUS));
  }
}
