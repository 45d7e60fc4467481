package org.karyon.explorer.guideline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.guideline.Guideline;

/**
 * The whole guideline as a map and as tables; every rule, option, feature, check, test, line and
 * interpretation has an anchor.
 *
 * @param map the treatment tables as branches
 * @param sections the tables
 */
public record GuidelinePage(List<MapBranch> map, List<PageTable> sections) {

  /** Copies the lists. */
  public GuidelinePage {
    map = List.copyOf(map);
    sections = List.copyOf(sections);
  }

  /**
   * Makes the page.
   *
   * @param guideline the knowledge
   * @return the page, the same for the same knowledge
   */
  public static GuidelinePage of(Guideline guideline) {
    PatientSections patient = new PatientSections(guideline);
    TreatmentSections treatment = new TreatmentSections(guideline);
    ReadingSections reading = new ReadingSections(guideline);
    List<PageTable> sections = new ArrayList<>();
    sections.add(patient.workUp());
    sections.add(patient.risk());
    sections.add(patient.features());
    sections.addAll(treatment.all());
    sections.add(reading.checks());
    sections.add(reading.interpretations());
    sections.add(reading.numbers());
    sections.add(reading.notes());
    sections.add(patient.facts());
    reading.policy().ifPresent(sections::add);
    sections.add(reading.lines());
    return new GuidelinePage(treatment.map(), sections);
  }

  /**
   * The rows in which all words stand.
   *
   * @param query what is searched for; everything when it is blank
   * @return sections with rows that match
   */
  public List<PageTable> found(String query) {
    List<String> words =
        Arrays.stream(query.strip().toLowerCase(Locale.ROOT).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
    return words.isEmpty()
        ? sections
        : sections.stream()
            .map(section -> section.with(words))
            .filter(section -> !section.rows().isEmpty())
            .toList();
  }

  /**
   * The rules of a card that this page has.
   *
   * @param rules ids, as a card's link gives them
   * @return those that are anchors here, in their order
   */
  public List<String> known(List<String> rules) {
    Set<String> anchors =
        sections.stream()
            .flatMap(section -> section.rows().stream())
            .map(PageTable.Row::anchor)
            .collect(Collectors.toSet());
    return rules.stream().filter(rule -> !rule.isEmpty()).filter(anchors::contains).toList();
  }
}
