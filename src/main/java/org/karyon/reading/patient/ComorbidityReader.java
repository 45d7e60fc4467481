package org.karyon.reading.patient;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.karyon.chart.resource.CodeableConcept;
import org.karyon.chart.resource.Coding;
import org.karyon.chart.resource.Condition;
import org.karyon.facts.Comorbidity;
import org.karyon.facts.Evidence;
import org.karyon.facts.Finding;
import org.karyon.facts.Finding.Known;
import org.karyon.facts.Finding.Unknown;
import org.karyon.facts.UnknownReason;
import org.karyon.guideline.ComorbidityGrades;
import org.karyon.guideline.ComorbidityGrades.Weight;
import org.karyon.reading.resources.Codings;
import org.karyon.reading.resources.Conditions;
import org.karyon.reading.words.Words;

/**
 * Reads how the other diseases on the problem list weigh (L168, L186, L226, L234, I-17). The list
 * is the statement: read as a whole, it says that there is no comorbidity when it names none.
 */
final class ComorbidityReader {

  private final ComorbidityGrades grades;
  private final Codings codings;

  ComorbidityReader(ComorbidityGrades grades, Codings codings) {
    this.grades = grades;
    this.codings = codings;
  }

  /**
   * How the list weighs, and the problems on it that have no grade.
   *
   * @param comorbidity the highest grade
   * @param notGraded the problems for a clinician to judge, newest first
   */
  record Read(Finding<Comorbidity> comorbidity, List<Evidence> notGraded) {}

  Read read(List<Condition> active, List<Condition> suspected, boolean complete) {
    List<Problem> own = problems(active);
    return new Read(comorbidity(own, problems(suspected), complete), notGraded(own));
  }

  /** An own disease of the patient, with the grade that its code or its words have. */
  private record Problem(Condition condition, Optional<Weight> weight) {

    boolean weighs(Weight sought) {
      return weight.filter(sought::equals).isPresent();
    }
  }

  private List<Problem> problems(List<Condition> conditions) {
    return conditions.stream()
        .filter(this::isOwn)
        .map(condition -> new Problem(condition, weight(condition.code())))
        .toList();
  }

  private Finding<Comorbidity> comorbidity(
      List<Problem> own, List<Problem> feared, boolean complete) {
    List<Evidence> significant = weighing(own, Weight.SIGNIFICANT);
    if (!significant.isEmpty()) {
      return new Known<>(Comorbidity.SIGNIFICANT, significant, List.of());
    }
    List<Evidence> possible = weighing(own, Weight.POSSIBLE);
    if (!complete) {
      return new Unknown<>(
          UnknownReason.NOT_READABLE, "the problem list was not read as a whole", possible);
    }
    Comorbidity settled = possible.isEmpty() ? Comorbidity.NONE : Comorbidity.POSSIBLE;
    List<Evidence> fearedSignificant = weighing(feared, Weight.SIGNIFICANT);
    if (!fearedSignificant.isEmpty()) {
      return unconfirmed(fearedSignificant, List.of(settled, Comorbidity.SIGNIFICANT));
    }
    List<Evidence> fearedPossible = weighing(feared, Weight.POSSIBLE);
    return possible.isEmpty() && !fearedPossible.isEmpty()
        ? unconfirmed(fearedPossible, List.of(settled, Comorbidity.POSSIBLE))
        : new Known<>(settled, possible, List.of());
  }

  private static Finding<Comorbidity> unconfirmed(
      List<Evidence> evidence, List<Comorbidity> candidates) {
    return new Unknown<>(
        UnknownReason.POSSIBLE, "a comorbidity is recorded as unconfirmed", evidence, candidates);
  }

  private static List<Evidence> weighing(List<Problem> problems, Weight weight) {
    return evidence(problems.stream().filter(problem -> problem.weighs(weight)));
  }

  /** What no reader knows, and what is known to weigh nothing. */
  private List<Evidence> notGraded(List<Problem> own) {
    return evidence(
        own.stream()
            .filter(
                problem ->
                    problem
                        .weight()
                        .map(weight -> weight == Weight.NOTHING)
                        .orElseGet(
                            () -> codings.conceptsOrNamed(problem.condition().code()).isEmpty())));
  }

  /** A past of one's own at the beginning of an entry. */
  private static final Pattern OWN_PAST =
      Pattern.compile(
          "(?i)^\\s*(?:personal |past |prior )?(?:medical )?(?:history|hx|h/o)(?: of)?:?\\s");

  private static List<Evidence> evidence(Stream<Problem> problems) {
    return problems
        .map(Problem::condition)
        .map(Conditions::evidence)
        .sorted(Evidence.NEWEST_FIRST)
        .toList();
  }

  /** An entry by name wins over a group; of several the heaviest counts. */
  private Optional<Weight> weight(CodeableConcept code) {
    Set<String> concepts = codings.concepts(code);
    return heaviest(
            grades.entries().stream()
                .filter(entry -> concepts.contains(entry.concept()))
                .map(ComorbidityGrades.Entry::weight))
        .or(() -> heaviest(texts(code).flatMap(text -> names(text).stream()).map(Name::weight)))
        .or(
            () ->
                heaviest(
                    grades.groups().entrySet().stream()
                        .filter(group -> concepts.contains(group.getKey()))
                        .map(group -> group.getValue())));
  }

  private static Optional<Weight> heaviest(Stream<Weight> weights) {
    return weights.max(Weight::compareTo);
  }

  /** A family history, a screening, a risk, a denial and another person's disease are not own. */
  private boolean isOwn(Condition condition) {
    Set<String> concepts = codings.concepts(condition.code());
    return grades.notOwn().concepts().stream().noneMatch(concepts::contains)
        && texts(condition.code()).noneMatch(this::isOfAnother);
  }

  /**
   * Whether an entry is the patient's own, now or in the past: "no history of VOD" and a family
   * history are not, "history of VOD" is.
   */
  boolean isOwnEver(Condition condition) {
    Set<String> concepts = codings.concepts(condition.code());
    return grades.notOwn().concepts().stream().noneMatch(concepts::contains)
        && texts(condition.code())
            .noneMatch(text -> isOfAnother(OWN_PAST.matcher(text).replaceFirst("")));
  }

  private boolean isOfAnother(String text) {
    String padded = padded(text);
    int name = names(text).stream().mapToInt(Name::start).min().orElse(padded.length());
    return grades.notOwn().before().stream()
            .map(Words::phrase)
            .mapToInt(padded::indexOf)
            .anyMatch(at -> at >= 0 && at <= name)
        || grades.notOwn().anywhere().stream().map(Words::phrase).anyMatch(padded::contains)
        || grades.notOwn().first().stream().map(Words::phrase).anyMatch(padded::startsWith);
  }

  /** A name of a disease in a text, between two blanks. */
  private record Name(int start, int end, Weight weight) {

    boolean isInside(Name other) {
      return other.start <= start && end <= other.end && end - start < other.end - other.start;
    }
  }

  /** The names in a text; a name that stands inside a longer one does not count. */
  private List<Name> names(String text) {
    String padded = padded(text);
    List<Name> found = new ArrayList<>();
    for (ComorbidityGrades.Entry entry : grades.entries()) {
      for (String named : entry.named()) {
        String name = Words.phrase(named);
        int start = padded.indexOf(name);
        if (start >= 0) {
          found.add(new Name(start, start + name.length(), entry.weight()));
        }
      }
    }
    return found.stream().filter(name -> found.stream().noneMatch(name::isInside)).toList();
  }

  private static String padded(String text) {
    return ' ' + Words.normal(text) + ' ';
  }

  private static Stream<String> texts(CodeableConcept code) {
    Set<String> texts = new LinkedHashSet<>();
    if (code.hasText()) {
      texts.add(code.text());
    }
    code.codings().stream().filter(Coding::hasDisplay).map(Coding::display).forEach(texts::add);
    return texts.stream();
  }
}
