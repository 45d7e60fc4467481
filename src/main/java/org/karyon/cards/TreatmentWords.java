package org.karyon.cards;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.karyon.assessment.Assessment;
import org.karyon.assessment.OptionAdvice;
import org.karyon.assessment.OptionAdvice.Status;
import org.karyon.assessment.TreatmentAdvice;
import org.karyon.assessment.WorkUpFinding;
import org.karyon.facts.Course;
import org.karyon.facts.Fact;
import org.karyon.facts.FactValue;
import org.karyon.facts.Facts;
import org.karyon.facts.Presence;
import org.karyon.guideline.BackgroundNote;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.RiskFeature.Weight;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.TreatmentOption;

/** The words of the treatment card: what to do, why, and what is open. */
final class TreatmentWords {

  private static final int MOST_NOT_GRADED = 6;

  private final Guideline guideline;
  private final ShortNames names;
  private final TreatmentTree tree;
  private final Assessment assessment;
  private final TreatmentAdvice advice;
  private final Branch branch;
  private final FindingWords words;
  private final Cautions cautions;

  // The same however closely the card is written.
  private final List<String> begins;
  private final List<String> beside;
  private final List<String> elsewhere;
  private final List<String> ends;

  TreatmentWords(
      Guideline guideline,
      TreatmentTree tree,
      CardWriter writer,
      Assessment assessment,
      TreatmentAdvice advice,
      Branch branch) {
    this.guideline = guideline;
    this.names = guideline.shortNames();
    this.tree = tree;
    this.assessment = assessment;
    this.advice = advice;
    this.branch = branch;
    this.words = writer.words(assessment);
    this.cautions = new Cautions(guideline, writer, words, assessment.facts());
    this.begins = begins();
    this.beside = List.of(withEach(), considered());
    this.elsewhere = elsewhere();
    this.ends = List.of(branch.choices().isEmpty() ? open() : "", presentation());
  }

  Markdown brief(Closeness closeness) {
    boolean open = closeness == Closeness.OPEN;
    Markdown brief = new Markdown();
    brief.bullets(begins);
    brief.bullets(open ? choices() : List.of(choicesInLine(closeness)));
    brief.bullets(beside);
    if (open) {
      branch.overlap().ifPresent(id -> brief.bullet(Sentence.BRANCHES_APART.with("id", id)));
    }
    brief.bullet(cautions.line(cautioned(closeness), open));
    brief.bullets(elsewhere);
    brief.bullets(open ? List.of(why(true), notGraded()) : List.of(whyInLine()));
    return brief.bullets(ends);
  }

  /** What the orders are like, and the tests of the step. */
  private List<String> begins() {
    List<String> begins = new ArrayList<>();
    assessment
        .orders()
        .regimen()
        .map(new RegimenWords(guideline, assessment, advice, branch, words)::resemblance)
        .ifPresent(begins::add);
    begins.add(tests());
    return begins;
  }

  /** What is open of the options, or where each answer would lead. */
  private List<String> elsewhere() {
    if (branch.choices().isEmpty()) {
      return outlook();
    }
    List<String> elsewhere = new ArrayList<>();
    advice.options(Status.NEEDS).stream().map(this::needs).forEach(elsewhere::add);
    elsewhere.addAll(excluded());
    return elsewhere;
  }

  /** The tests that the step itself asks for, with how far they are. */
  private String tests() {
    List<String> ids = branch.steps().stream().flatMap(rule -> rule.tests().stream()).toList();
    List<String> tests =
        assessment.requested().stream()
            .filter(finding -> ids.contains(finding.item().id()))
            .map(this::test)
            .toList();
    return tests.isEmpty() ? "" : Sentence.FIRST.with("tests", String.join(", ", tests));
  }

  private String test(WorkUpFinding finding) {
    String name = names.of(finding.item()).text();
    return switch (finding.status()) {
      case MISSING -> name;
      case ORDERED -> Sentence.TEST_ORDERED.with("test", name);
      case UNREADABLE -> Sentence.TEST_NOT_READ.with("test", name);
      case DONE ->
          Sentence.TEST_DONE.with(
              "test",
              name,
              "date",
              finding.evidence().stream()
                  .findFirst()
                  .map(evidence -> words.dated("", evidence).strip())
                  .orElse(""));
    };
  }

  /** A regimen has a line with its drugs; options that are their name alone share one. */
  private List<String> choices() {
    List<String> lines = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (OptionAdvice advised : branch.choices()) {
      TreatmentOption option = advised.option();
      String drugs = tree.drugsOf(option);
      if (drugs.isEmpty()) {
        bare.add(choice(Sentence.OPTION, option, bare.isEmpty()));
      } else {
        lines.add(inPlace(option, withDrugs(Sentence.OPTION_OF_DRUGS, option, true)));
      }
    }
    lines.add(Summary.join(bare, " or "));
    return lines;
  }

  private String choicesInLine(Closeness closeness) {
    List<String> regimens = new ArrayList<>();
    List<String> bare = new ArrayList<>();
    for (OptionAdvice advised : branch.choices()) {
      TreatmentOption option = advised.option();
      boolean first = regimens.isEmpty() && bare.isEmpty();
      String risk = closeness == Closeness.CLOSEST ? cautions.beside(advised).orElse("") : "";
      if (tree.drugsOf(option).isEmpty()) {
        bare.add(choice(Sentence.OPTION, option, first) + risk);
      } else {
        regimens.add(inPlace(option, withDrugs(Sentence.REGIMEN_IN_LINE, option, first)) + risk);
      }
    }
    if (!bare.isEmpty()) {
      regimens.add(Summary.join(bare, " or "));
    }
    return String.join("; ", regimens);
  }

  /** What is said beside a choice is not said again. */
  private List<OptionAdvice> cautioned(Closeness closeness) {
    return advice.options(Status.APPLIES).stream()
        .filter(
            option ->
                closeness != Closeness.CLOSEST
                    || cautions.beside(option).isEmpty()
                    || !branch.choices().contains(option))
        .toList();
  }

  private String choice(Sentence sentence, TreatmentOption option, boolean first) {
    return inPlace(option, sentence.with("option", name(option, first)));
  }

  private String withDrugs(Sentence sentence, TreatmentOption option, boolean first) {
    return sentence.with("option", name(option, first), "drugs", tree.drugsOf(option));
  }

  private String name(TreatmentOption option, boolean first) {
    String name = names.of(option).text();
    return first ? Summary.capital(name) : name;
  }

  private String inPlace(TreatmentOption option, String said) {
    return isInPlace(option) ? Sentence.ON_SCREEN.with("option", said) : said;
  }

  /** Drafts that are a whole regimen are not another one as well. */
  private boolean isInPlace(TreatmentOption option) {
    boolean another =
        branch.choices().stream().anyMatch(choice -> choice.option().equals(option))
            && assessment
                .orders()
                .regimen()
                .filter(regimen -> regimen.offered() && regimen.missing().isEmpty())
                .filter(regimen -> !regimen.option().equals(option))
                .isPresent();
    return !another
        && !option.orders().isEmpty()
        && assessment.orders().inPlace().containsAll(option.orders());
  }

  /** What goes with the choice stands apart from it. */
  private String withEach() {
    List<String> parts = new ArrayList<>();
    branch.adjuncts().stream().map(this::adjunct).forEach(parts::add);
    List<OptionAdvice> everyPatient = branch.forEveryPatient();
    for (OptionAdvice option : everyPatient) {
      List<String> additions =
          branch.additions().stream().map(added -> names.of(added.option()).text()).toList();
      parts.add(
          additions.isEmpty()
              ? named(option)
              : Sentence.CNS.with(
                  "intrathecal", named(option), "additions", Summary.join(additions, " or ")));
    }
    if (parts.isEmpty()) {
      return "";
    }
    Sentence lead =
        switch (branch.choices().size()) {
          case 0 -> Sentence.WHATEVER_FOLLOWS;
          case 1 -> Sentence.WITH_ONE;
          case 2 -> Sentence.WITH_EITHER;
          default -> Sentence.WITH_ANY;
        };
    return lead.with("options", String.join("; ", parts));
  }

  /** What the source asks to be considered, under the name of its rule. */
  private String considered() {
    List<OptionAdvice> options = branch.considerations();
    List<String> ids = options.stream().flatMap(option -> option.rules().stream()).toList();
    String rules =
        advice.rules().stream()
            .filter(rule -> ids.contains(rule.id()) && !branch.isStep(rule))
            .map(rule -> rule.title())
            .collect(Collectors.joining(", "));
    return options.isEmpty()
        ? ""
        : Sentence.CONSIDER.with(
            "rule",
            rules,
            "options",
            String.join("; ", options.stream().map(this::named).toList()));
  }

  private String named(OptionAdvice advised) {
    String name = names.of(advised.option()).text();
    return isInPlace(advised.option()) ? Sentence.ON_SCREEN.with("option", name) : name;
  }

  /** What is added rests on a finding of its own, which stands beside it. */
  private String adjunct(OptionAdvice advised) {
    return named(advised)
        + advised.option().shows().stream()
            .flatMap(fact -> words.why(fact, assessment.facts()).stream())
            .map(why -> " (" + why + ")")
            .collect(Collectors.joining());
  }

  private String needs(OptionAdvice advised) {
    String facts =
        advised.needs().stream()
            .map(guideline::asked)
            .map(fact -> words.unknown(fact, assessment.facts()))
            .distinct()
            .collect(Collectors.joining(", "));
    String option = names.of(advised.option()).text();
    return advised
        .restriction()
        .map(
            when -> Sentence.OPTION_NEEDS_WHEN.with("option", option, "when", when, "facts", facts))
        .orElseGet(() -> Sentence.OPTION_NEEDS.with("option", option, "facts", facts));
  }

  private List<String> excluded() {
    Map<String, List<String>> byRestriction = new LinkedHashMap<>();
    for (OptionAdvice option : advice.options(Status.EXCLUDED)) {
      option
          .restriction()
          .ifPresent(
              when ->
                  byRestriction
                      .computeIfAbsent(when, unused -> new ArrayList<>())
                      .add(names.of(option.option()).text()));
    }
    return byRestriction.entrySet().stream()
        .map(
            entry ->
                Sentence.ONLY_WHEN.with(
                    "options", Summary.join(entry.getValue(), " and "), "when", entry.getKey()))
        .toList();
  }

  /** One line of the decisive findings. */
  private String why(boolean withWhatTheSummarySays) {
    boolean saidAbove =
        !withWhatTheSummarySays
            && assessment.facts().get(Facts.COURSE).is(Course.NEWLY_DIAGNOSED)
            && assessment.facts().get(Facts.AGE_YEARS).value().isPresent();
    List<String> findings = new ArrayList<>();
    for (Fact<?> fact : branch.deciding()) {
      boolean saidBeside =
          tree.isShownBesideAnOption(fact)
              || (saidAbove && (fact.equals(Facts.COURSE) || fact.equals(Facts.AGE_YEARS)))
              || (fact.equals(Facts.EXTRAMEDULLARY)
                  && !assessment.facts().get(Facts.EXTRAMEDULLARY).is(Presence.PRESENT));
      if (!saidBeside) {
        (fact.equals(Facts.POOR_FEATURE) ? poorFeature() : words.why(fact, assessment.facts()))
            .ifPresent(findings::add);
      }
    }
    return findings.isEmpty()
        ? ""
        : Sentence.WHY.with("findings", String.join("; ", new LinkedHashSet<>(findings)));
  }

  private Optional<String> poorFeature() {
    if (assessment.facts().get(Facts.POOR_FEATURE).is(Presence.ABSENT)) {
      return Optional.of(Sentence.NO_POOR_RISK.text());
    }
    return assessment
        .risk()
        .map(
            risk ->
                risk.present(Weight.POOR).stream()
                    .map(f -> names.of(f.feature()).text())
                    .collect(Collectors.joining(", ")))
        .filter(features -> !features.isEmpty())
        .map(features -> Sentence.POOR_RISK.with("features", features));
  }

  private String notGraded() {
    String problems = problems();
    return problems.isEmpty() ? "" : Sentence.NOT_GRADED.with("problems", problems);
  }

  private String whyInLine() {
    String why = why(false);
    String problems = problems();
    return why.isEmpty() || problems.isEmpty()
        ? why + notGraded()
        : Sentence.WHY_AND_NOT_GRADED.with("why", why, "problems", problems);
  }

  /** Where comorbidity decides, problems that nobody graded are for a clinician to judge. */
  private String problems() {
    return branch.deciding().contains(Facts.COMORBIDITY)
        ? assessment.record().notGraded().stream()
            .map(FindingWords::condition)
            .distinct()
            .limit(MOST_NOT_GRADED)
            .collect(Collectors.joining(", "))
        : "";
  }

  /** The facts that are asked for, each with why it is not known. */
  private String open() {
    Set<String> facts = new LinkedHashSet<>();
    advice.asked().stream()
        .map(guideline::asked)
        .filter(fact -> assessment.facts().get(fact).value().isEmpty())
        .map(fact -> words.unknown(fact, assessment.facts()))
        .forEach(facts::add);
    return facts.isEmpty() ? "" : Sentence.OPEN.with("facts", String.join("; ", facts));
  }

  List<String> unknown() {
    return advice.missing().stream()
        .map(fact -> words.unknown(fact, assessment.facts()))
        .distinct()
        .toList();
  }

  List<String> outlook() {
    return new OutlookWords(guideline, words, branch).lines(advice);
  }

  /** Notes that stand by themselves, such as how T-ALL presents on its first card (L224). */
  private String presentation() {
    Map<Fact<?>, FactValue> known = assessment.facts().values();
    return guideline.background().values().stream()
        .filter(note -> note.shownWhen().stream().anyMatch(row -> row.holdsFor(known)))
        .map(this::note)
        .collect(Collectors.joining(" "));
  }

  private String note(BackgroundNote note) {
    return cautions.note(note);
  }
}
