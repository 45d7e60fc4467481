package org.karyon.proof;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.karyon.guideline.yaml.CaseReader;
import org.karyon.guideline.yaml.ClinicalCase;
import tools.jackson.databind.node.ObjectNode;

/**
 * Patients put together by chance from the records and drafts of the cases and the examples, the
 * same in every run: results that agree and results that contradict each other, of any day.
 */
public final class PatientsByChance {

  private static final int MOST = 9;

  private final Random random;
  private final List<ClinicalCase> cases;
  private final List<List<ObjectNode>> examples;
  private final List<ObjectNode> pool;
  private final List<ObjectNode> drafts;

  /**
   * One patient.
   *
   * @param resources the record; Patient and leukemia first
   * @param drafts the orders on the screen
   * @param today the evaluation date
   */
  public record Patient(List<ObjectNode> resources, List<ObjectNode> drafts, LocalDate today) {

    /** The same without one resource of the record. */
    Patient without(int index) {
      List<ObjectNode> fewer = new ArrayList<>(resources);
      fewer.remove(index);
      return new Patient(fewer, drafts, today);
    }

    /** The same without its drafts. */
    Patient withoutDrafts() {
      return new Patient(resources, List.of(), today);
    }

    @Override
    public String toString() {
      return "on "
          + today
          + "\n"
          + String.join("\n", resources.stream().map(Object::toString).toList())
          + (drafts.isEmpty() ? "" : "\ndrafts " + drafts);
    }
  }

  /**
   * Draws from the records and drafts of cases, and from further records of the same day.
   *
   * @param cases the cases
   * @param examples whole records, each with Patient first
   * @param seed the same seed brings the same patients
   */
  public PatientsByChance(List<ClinicalCase> cases, List<List<ObjectNode>> examples, long seed) {
    this.random = new Random(seed);
    this.cases = cases.stream().filter(tried -> tried.resources().size() > 1).toList();
    this.examples = examples;
    this.pool =
        Stream.concat(cases.stream().map(ClinicalCase::resources), examples.stream())
            .flatMap(List::stream)
            .filter(resource -> !resource.path("resourceType").asString().equals("Patient"))
            .distinct()
            .toList();
    this.drafts = cases.stream().flatMap(tried -> tried.drafts().stream()).distinct().toList();
  }

  /** The next patient: a case or, one in eight, an example, and resources of others. */
  public Patient next() {
    ClinicalCase base = cases.get(random.nextInt(cases.size()));
    boolean example = !examples.isEmpty() && random.nextInt(8) == 0;
    List<ObjectNode> record =
        example ? examples.get(random.nextInt(examples.size())) : base.resources();
    List<ObjectNode> resources = new ArrayList<>();
    record.forEach(resource -> resources.add(numbered(resource, resources.size())));
    for (int more = random.nextInt(MOST); more > 0; more--) {
      resources.add(numbered(pool.get(random.nextInt(pool.size())), resources.size()));
    }
    List<ObjectNode> screen = new ArrayList<>();
    for (int more = random.nextInt(4); more > 0; more--) {
      screen.add(numbered(drafts.get(random.nextInt(drafts.size())), 100 + screen.size()));
    }
    return new Patient(resources, screen, example ? CaseReader.TODAY : base.today());
  }

  private static ObjectNode numbered(ObjectNode resource, int number) {
    ObjectNode copy = resource.deepCopy();
    return resource.path("resourceType").asString().equals("Patient")
        ? copy
        : copy.put("id", "r" + number);
  }
}
