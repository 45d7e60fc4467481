package org.karyon.cards;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of the cards, to be read as text: each is a whole sentence or a whole part of one, and
 * what stands in braces is a hole that is filled by name. Names of tests, orders and options come
 * from the guideline folder ({@code names.yaml}), what an order check says from {@code
 * order-checks.yaml}.
 */
enum Sentence {
  // The disease and where the patient stands, as they begin a summary.
  PH_POSITIVE("Ph-positive B-ALL"),
  PH_NEGATIVE("Ph-negative B-ALL"),
  PH_LIKE("Ph-like B-ALL"),
  B_LINEAGE("B-ALL"),
  T_LINEAGE("T-ALL"),
  NO_LINEAGE("ALL, lineage not known"),
  NEW("new"),
  NEW_OF_AGE("new, {years} years"),
  NEW_BORN_IN("new, born {year}"),
  IN_INDUCTION("in induction"),
  REMISSION("remission"),
  LATER_REMISSION("later remission"),
  REMISSION_MRD("{remission}, MRD {answer}"),
  NOT_IN_REMISSION("no remission"),
  RELAPSED("relapse"),
  OFF_TREATMENT("off treatment"),
  COURSE_NOT_KNOWN("course not known"),
  STATE("{disease}, {course}"),

  // The work-up card.
  SUSPECTED_OPEN("Suspected ALL, open: {tests}"),
  WORK_UP_OPEN("ALL work-up, open: {tests}"),
  TODAY("Today: {tests}"),
  BEFORE_TREATMENT("Before treatment: {tests}"),
  DIAGNOSIS("Diagnosis: {tests}"),
  TO_DECIDE("To choose the next step: {tests}"),
  BLOOD_FOR_MARROW(
      "{count} lymphoblasts/µL: a blood smear may replace the marrow where it is not feasible;"
          + " genetics then on blood"),
  NOT_CHECKED("Could not be checked, the record was not read whole: {tests}"),
  DONE("Done: {tests}"),
  ORDERED("Ordered: {tests}"),
  DONE_OR_ORDERED("Done: {done}; ordered: {ordered}"),
  STILL_MISSING("{test} ({members})"),

  // The risk card.
  POOR("Poor risk: {features}"),
  POOR_BESIDE_BCR_ABL1("Poor risk beside BCR::ABL1: {features}"),
  POOR_AND_FAVORABLE("Poor risk: {poor}, although {favorable}; think of masked hypodiploidy"),
  FAVORABLE("Favorable risk: {features}"),
  NOTHING_FOUND("No favorable or poor feature found"),
  NO_POOR_FEATURE("No poor feature found"),
  NO_POOR_FEATURE_BESIDE_BCR_ABL1("No poor feature found beside BCR::ABL1"),
  AND_NOT_TESTED("{found}; {count} lesions not tested"),
  AND_ONE_NOT_TESTED("{found}; {lesion} not tested"),
  RISK_OPEN_TESTS("Risk open: {tests} missing or without an answer"),
  RISK_OPEN_POSSIBLE("Risk open: {features} possible, not confirmed"),
  RISK_OPEN("Risk open: the genetics are not complete"),
  FEATURE_SHOWN("**{feature}**: {evidence}"),
  KARYOTYPE("Karyotype {karyotype}"),
  MORE_CLOSELY("More closely: {features}"),
  POSSIBLE("Possible: {feature} ({finding}); confirm by {test}"),
  WITHOUT_ANSWER("Without an answer: {feature} ({reason})"),
  LOOKED_FOR("Looked for and absent: {features}"),
  NOT_TESTED("Not tested: {features}"),
  BOTH_KINDS("Both kinds of feature are present; the group is then poor (I-02)"),
  GROUP_PROVISIONAL("Group: {group}, provisional until the lesions above are tested"),
  GROUP_STANDARD("Group: standard (I-01)"),
  GROUP_STANDARD_PROVISIONAL("Group: standard, provisional (I-01)"),
  GROUP_UNDETERMINED("Group: undetermined until {tests} are done"),

  // The treatment card.
  CHOICE("{state}: {options}"),
  CHOICE_WITH("{choice}, with {adjunct}"),
  JUDGEMENT("{choice}; needs judgement"),
  WAITS("{state}: the choice waits for {facts}"),
  NEXT_TESTS("{state}: next {tests}"),
  FIRST_TEST("{state}: first {tests}, then {options}"),
  NO_STEP("{state}: no step of the guideline is settled"),
  OPTION("**{option}**"),
  OPTION_OF_DRUGS("**{option}**: {drugs}"),
  ON_SCREEN("{option} (on screen or active)"),
  WITH_ONE("With it: {options}"),
  WITH_EITHER("With either: {options}"),
  WITH_ANY("With any: {options}"),
  WHATEVER_FOLLOWS("Whatever follows: {options}"),
  CNS("{intrathecal} ± {additions}"),
  CONSIDER("{rule}: {options}"),
  FIRST("First: {tests}"),
  TEST_DONE("{test} (done {date})"),
  TEST_ORDERED("{test} (ordered)"),
  TEST_NOT_READ("{test} (could not be checked)"),
  RESEMBLES_OPEN("On screen: {regimen} ({present}), open until {facts} is known"),
  RESEMBLES_IN_PART("On screen: {regimen} ({present}); not ordered yet: {missing}"),
  RESEMBLES_PART("On screen: {regimen} ({present}), part of {option}; not ordered yet: {missing}"),
  RESEMBLES_NOT_OFFERED("On screen: {regimen} ({present}), not among the options of this step"),
  CAUTION("Caution {cautions}"),
  CAUTION_OF("with {options}: {cautions}"),
  CAUTION_EXPLAINED("with {options}, {nature}: {cautions}"),
  NOTE("{text} ({lines})"),
  RISK_BESIDE(" ({text}, {lines})"),
  OPTION_NEEDS("Open: {option}; {facts}"),
  OPTION_NEEDS_WHEN("Open: {option}, only {when}; {facts}"),
  ONLY_WHEN("Not offered: {options}, only {when}"),
  WHY("Why: {findings}"),
  BRANCHES_APART("The source does not say which branch holds; the choice needs judgement ({id})"),
  OPEN("Open: {facts}"),
  OUTLOOK("{answer} → {options}"),
  OUTLOOK_GIVEN("{given}, {answer} → {options}"),
  OUT_OF_SCOPE("not covered by this guideline"),
  FURTHER_FACTS("further facts needed"),
  BELOW("{fact} below {limit}"),
  FROM("{fact} from {limit}"),
  ANSWER("{fact} {answer}"),

  // Findings in a line.
  AGE("{years} years"),
  AGE_UNDER("under {years} years"),
  AGE_BETWEEN("{from} to {to} years"),
  AGE_FROM("{years} years or older"),
  LINEAGE("{lineage} lineage"),
  DIAGNOSED("diagnosed {date}"),
  DIAGNOSED_UNDATED("newly diagnosed"),
  NO_COMORBIDITY("no significant comorbidity on the problem list"),
  COMORBIDITY("{conditions} on the problem list"),
  POSSIBLE_COMORBIDITY("{conditions} on the problem list (may be significant)"),
  NOT_GRADED("Not graded as comorbidity: {problems}"),
  WHY_AND_NOT_GRADED("{why}; not graded: {problems}"),
  REGIMEN_IN_LINE("**{option}**: {drugs}"),
  TARGET_ABSENT("{antigen} not found ({by})"),
  NO_PERFORMANCE_STATUS("no performance status"),
  FIRST_REMISSION("first remission"),
  EARLIER_MRD_POSITIVE("MRD positive earlier in this remission"),
  EARLIER_MRD_NEVER_POSITIVE("MRD never positive in this remission"),
  NO_POOR_RISK("no poor-risk feature"),
  POOR_RISK("poor-risk feature: {features}"),
  FINDING_BY("{finding} ({by})"),
  NOT_KNOWN("{fact} {reason}"),
  NOT_KNOWN_BY("{fact} {reason} ({by})"),
  PROBLEM_LIST("problem list"),
  TREATMENT("{drug}"),
  BY_WORDS("{by}, in words {quote}"),

  // Order checks.
  CHECK("{title}: {orders}"),
  CHECK_AND_MORE("{title}: {orders}; also {more}"),
  SAYS("{says} ({lines})"),
  DO("Do: {advice}"),
  ALSO("Also: {title}. {says} ({lines})"),
  CONCERNS("Concerns: {orders}"),
  RECORDED("On record: {evidence}"),
  INTRATHECAL("{order}, intrathecal"),
  BY_ITS_WORDS("{order}, recognised by its words"),
  NOT_FOUND("none among drafts, active treatment and open orders"),
  NOT_FOUND_NOR_GIVEN(
      "none among drafts, active treatment and open orders, nor given in the last {days} days"),
  NEEDED("**{what}** ({absence}): {says} ({lines})"),
  MISSING("Missing: {tests}"),
  COMPANION_ADD("With {orders}: add {additions}"),
  COMPANION_OPEN("With {orders}: {tests} still open"),
  COMPANION_BOTH("With {orders}: add {additions}; {tests} still open"),
  COMPANION_SAYS("**{what}**: {says} ({lines})"),
  LOWERED("Shown as {indicator} by this site's policy: {reason} ({owner}, review {date})"),

  // What could not be used.
  CONTRADICTION("Contradictory {facts}: {detail}"),
  CONTRADICTED("{finding}: {by}; against it {against}"),
  CONTRADICTED_PLAIN("{value} by {by}, against it {against}"),
  CONTRADICTORY("{fact} is contradictory: {evidence}"),
  AGAINST("Against it: {evidence}"),
  TAKEN("Taken as {value} until a clinician settles it"),
  NOT_READ("Not read: {parts}"),
  NO_NEGATIVE("Nothing of it was taken for a negative result"),
  TO_KNOW("To know: {parts}"),
  NO_ANSWER("No answer: {facts}"),
  GAP("{subject}: {message}"),

  // Out of scope.
  CHILD("ALL under {years} years: outside this guideline"),
  OFF_TREATMENT_SCOPE("ALL in remission, off treatment: the guideline speaks of no follow-up"),
  OFF_TREATMENT_DETAIL(
      "In remission, and the last treatment on record ended more than {days} days ago; the"
          + " guideline ends with maintenance"),
  CHILD_DETAIL(
      "The guideline speaks of patients from {years} years on; a pediatric protocol applies"),

  // Feet.
  BASIS("Basis: {basis}"),
  RULE_LINK("Guideline: {rule}"),
  RULES_LINK("Guideline: {rule} (+ {more})"),
  PAGE_LINK("The guideline as Karyon reads it"),
  FULL_FINDINGS("Findings"),
  FULL_UNKNOWN("Unknown"),
  FULL_OUTLOOK("What each answer would decide"),
  FULL_EXCLUDED("Not offered here"),
  FULL_TIMELINE("Timeline"),
  FULL_RULES("Rules"),
  FULL_INTERPRETATIONS("Interpretations, not the source's word"),

  // Buttons.
  DRAFT("Draft {order}"),
  COMPLETE("Complete {option}"),
  ORDER("Order {test}"),
  ADD("Add {order}"),
  REPLACE("Replace with {option}"),
  TAKE_OFF("Take off {orders}"),
  NAME_REASON("Name the leukemia as the reason");

  /** The words between the holes and the names of the holes take turns; words come first. */
  @SuppressWarnings("ImmutableEnumChecker") // It is a copy that never changes.
  private final List<String> parts;

  Sentence(String text) {
    List<String> taken = new ArrayList<>();
    Matcher holes = Pattern.compile("\\{([a-z]+)}").matcher(text);
    int last = 0;
    while (holes.find()) {
      taken.add(text.substring(last, holes.start()));
      taken.add(holes.group(1));
      last = holes.end();
    }
    taken.add(text.substring(last));
    parts = List.copyOf(taken);
  }

  /** The sentence, where it has no holes. */
  String text() {
    return with();
  }

  /**
   * The sentence with its holes filled.
   *
   * @param namesAndWords the name of a hole, what fills it, the next name and so on
   * @throws IllegalArgumentException when a hole is left open or a name has no hole; a test fills
   *     them all
   */
  String with(String... namesAndWords) {
    StringBuilder filled = new StringBuilder(parts.getFirst());
    int holes = parts.size() / 2;
    for (int hole = 0; hole < holes; hole++) {
      filled.append(word(parts.get(2 * hole + 1), namesAndWords)).append(parts.get(2 * hole + 2));
    }
    if (namesAndWords.length != 2 * holes) {
      // A hole that stands twice is filled once by name; anything else is a mistake.
      throw new IllegalArgumentException(name() + " has other holes than were filled");
    }
    return filled.toString();
  }

  private String word(String hole, String... namesAndWords) {
    for (int index = 0; index + 1 < namesAndWords.length; index += 2) {
      if (namesAndWords[index].equals(hole)) {
        return namesAndWords[index + 1];
      }
    }
    throw new IllegalArgumentException(name() + " leaves {" + hole + "} open");
  }
}
