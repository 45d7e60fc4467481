package org.karyon.guideline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;

/**
 * A check of the orders on the screen.
 *
 * @param id the check id on the wire
 * @param kind whether it says that an order does not fit, or that something belongs with it
 * @param indicator how urgent its card is
 * @param title the words of the card's summary
 * @param openTitle the words while a condition is not known yet; empty where the check then stays
 *     silent
 * @param says what the guideline says, in Karyon's words
 * @param advice what a clinician may do
 * @param drafted groups or concepts, one of which must be among the orders looked at
 * @param draftedTogether groups or concepts that are looked at only where all of one list are on
 *     the screen, such as a TKI with a steroid
 * @param draftedRegimen looks at the drugs of an intensive regimen; empty for none
 * @param unlessOrdered groups or concepts that silence it when drafted, active or ordered
 * @param givenWithin how many days ago one of those may have been given to silence it as well
 * @param situations what must hold of the patient, one of them; empty when the drafts alone decide
 * @param milder what is said instead where only the milder conditions hold; empty for none
 * @param orWhenOrdered groups or concepts that fire it as well when drafted, active or ordered
 * @param whenUnknown the fact whose being unknown fires it, with the conditions around it; empty
 *     for none
 * @param whenMissing work-up items whose absence fires it
 * @param repeats the repetitions it looks for; empty for none
 * @param asks work-up items that settle its conditions, in the order in which they are asked
 * @param suggests orders to suggest when it fires
 * @param removes whether the drafts concerned are offered for removal
 * @param replacesWith the option offered in their place; empty for none
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record OrderCheck(
    String id,
    Kind kind,
    Indicator indicator,
    String title,
    Optional<String> openTitle,
    String says,
    String advice,
    List<String> drafted,
    List<List<String>> draftedTogether,
    Optional<DraftedRegimen> draftedRegimen,
    List<String> unlessOrdered,
    Optional<Parameter> givenWithin,
    List<Situation> situations,
    Optional<Milder> milder,
    List<String> orWhenOrdered,
    Optional<UnknownFact> whenUnknown,
    List<String> whenMissing,
    Optional<Repeats> repeats,
    List<String> asks,
    List<String> suggests,
    boolean removes,
    Optional<String> replacesWith,
    Citation citation,
    List<String> interpretations) {

  /** Stands for an intensive regimen that no rule of the patient offers. */
  public static final String UNOFFERED_REGIMEN = "unoffered-regimen";

  /**
   * The name of groups that are looked at only where all of them are on the screen.
   *
   * @param groups the groups
   * @return one name for them
   */
  public static String together(List<String> groups) {
    return String.join("-with-", groups);
  }

  /**
   * Everything that it looks at by name.
   *
   * @return groups and concepts, groups together, and the regimen that is not offered
   */
  public List<String> looksAt() {
    List<String> names = new ArrayList<>(drafted);
    draftedTogether.stream().map(OrderCheck::together).forEach(names::add);
    draftedRegimen.ifPresent(unused -> names.add(UNOFFERED_REGIMEN));
    return names;
  }

  /**
   * What must hold of the patient, whatever orders it is looked at for.
   *
   * @return rows, one of which must hold; empty when the drafts alone decide
   */
  public List<Row> when() {
    return situations.stream().map(Situation::row).toList();
  }

  /** What a check says of an order. */
  public enum Kind {
    /** The order does not fit this patient. */
    CONFLICT("conflict"),
    /** Something belongs with the order. */
    COMPANION("companion");

    private final String id;

    Kind(String id) {
      this.id = id;
    }

    /**
     * The kind as the checks file writes it.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * Conditions on the patient, for some of the orders that the check looks at.
   *
   * @param of groups or concepts, to which the conditions apply; empty for all that are looked at
   * @param row the conditions
   */
  public record Situation(List<String> of, Row row) {}

  /**
   * What a check says where its own conditions do not hold and milder ones do.
   *
   * @param indicator how urgent it then is
   * @param title the words of the summary
   * @param says what the guideline says
   * @param when rows, one of which must hold
   */
  public record Milder(Indicator indicator, String title, String says, List<Row> when) {}

  /**
   * The drugs of one intensive regimen, which no rule of this patient offers.
   *
   * @param fewest how many drugs of the regimen must be on the screen
   * @param beyond the option that at least one of them must not belong to
   * @param notCounted groups or concepts that are not counted
   */
  public record DraftedRegimen(Parameter fewest, String beyond, List<String> notCounted) {}

  /** How urgent a card is. */
  public enum Indicator {
    /** Worth knowing. */
    INFO("info"),
    /** Should be looked at before signing. */
    WARNING("warning"),
    /** Must be looked at before signing. */
    CRITICAL("critical");

    private final String id;

    Indicator(String id) {
      this.id = id;
    }

    /**
     * The indicator on the wire.
     *
     * @return its id
     */
    public String id() {
      return id;
    }
  }

  /**
   * A fact that is unknown where other conditions hold.
   *
   * @param around the other conditions
   * @param fact the fact
   */
  public record UnknownFact(Row around, Fact<?> fact) {}

  /**
   * Which repetitions a check looks for; an open order of the same test is always one.
   *
   * @param tests work-up items that are not to be repeated once they are done
   * @param courses the courses in which a done test counts; later, a repetition is monitoring
   * @param drugs groups or concepts that are not ordered twice; any other drug may be given in
   *     repeated doses
   */
  public record Repeats(List<String> tests, Set<Course> courses, List<String> drugs) {}
}
