package org.karyon.guideline;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is said of the orders on the screen.
 *
 * @param groups named groups of concepts
 * @param plannedTreatment groups or concepts whose open orders are treatment still to come
 * @param treatmentCardBeside groups or concepts of which a selected order brings the treatment card
 * @param workUpCardBeside groups or concepts of which a selected order brings the work-up card
 * @param overrideReasons reasons that a clinician may give for setting a warning aside
 * @param checks the checks, in the source's order
 */
public record OrderChecks(
    Map<String, List<String>> groups,
    List<String> plannedTreatment,
    List<String> treatmentCardBeside,
    List<String> workUpCardBeside,
    List<Coded> overrideReasons,
    List<OrderCheck> checks) {

  /** Stands for every test that a work-up item names. */
  public static final String WORK_UP = "work-up";

  /**
   * The concepts of a group.
   *
   * @param name a group; any other name is a concept and stands for itself
   * @return the concepts
   */
  public Set<String> members(String name) {
    return new LinkedHashSet<>(groups.getOrDefault(name, List.of(name)));
  }

  /**
   * The concepts of several groups.
   *
   * @param names groups and concepts
   * @return the concepts of all of them
   */
  public Set<String> members(Collection<String> names) {
    Set<String> members = new LinkedHashSet<>();
    names.forEach(name -> members.addAll(members(name)));
    return members;
  }
}
