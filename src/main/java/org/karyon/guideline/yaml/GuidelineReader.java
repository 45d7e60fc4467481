package org.karyon.guideline.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.karyon.facts.Fact;
import org.karyon.guideline.BackgroundNote;
import org.karyon.guideline.DecisionTable;
import org.karyon.guideline.FactName;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.GuidelineSource;
import org.karyon.guideline.Interpretation;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.OrderChecks;
import org.karyon.guideline.Orderable;
import org.karyon.guideline.Parameter;
import org.karyon.guideline.ReportWords;
import org.karyon.guideline.ShortNames;
import org.karyon.guideline.SitePolicy;
import org.karyon.guideline.TreatmentOption;
import org.karyon.guideline.WorkUpItem;
import org.karyon.terminology.Terminology;

/** Reads the guideline folder into records, or refuses it with every problem at once. */
public final class GuidelineReader {

  private static final String REPORT_WORDS = "words/reports.yaml";

  /** Where the parsed files come from; a folder that is read again and again parses each once. */
  @FunctionalInterface
  interface ParsedFiles {
    YamlValue file(String path, Problems problems);
  }

  private final FingerprintedFolder folder;
  private final ParsedFiles files;
  private final LocalCodeFiles localCodes;
  private final SitePolicyFile policyFile;
  private final Problems problems = new Problems();

  private GuidelineReader(
      GuidelineFolder folder, LocalCodeFiles localCodes, SitePolicyFile policyFile) {
    this(new FingerprintedFolder(folder), localCodes, policyFile);
  }

  private GuidelineReader(
      FingerprintedFolder folder, LocalCodeFiles localCodes, SitePolicyFile policyFile) {
    this(folder, (path, problems) -> YamlFile.read(folder, path, problems), localCodes, policyFile);
  }

  private GuidelineReader(
      FingerprintedFolder folder,
      ParsedFiles files,
      LocalCodeFiles localCodes,
      SitePolicyFile policyFile) {
    this.folder = folder;
    this.files = files;
    this.localCodes = localCodes;
    this.policyFile = policyFile;
    this.folder.include("policy", policyFile.texts());
    this.folder.include("codes", localCodes.texts());
  }

  /**
   * Reads and checks a folder.
   *
   * @param folder where the files are
   * @return the guideline, complete and consistent
   * @throws InconsistentGuideline with every problem, when there is any
   */
  public static Guideline read(GuidelineFolder folder) {
    return read(folder, LocalCodeFiles.none());
  }

  /**
   * Reads and checks a folder together with a hospital's own codes.
   *
   * @param folder where the files are
   * @param localCodes codes that are added to the guideline's concepts; they count in its version
   * @return the guideline, complete and consistent
   * @throws InconsistentGuideline with every problem, when there is any
   */
  public static Guideline read(GuidelineFolder folder, LocalCodeFiles localCodes) {
    return read(folder, localCodes, SitePolicyFile.none());
  }

  /**
   * Reads and checks a folder together with a hospital's own codes and its policy.
   *
   * @param folder where the files are
   * @param localCodes codes that are added to the guideline's concepts; they count in its version
   * @param policy what the hospital changes of the cards; it counts in the version too
   * @return the guideline, complete and consistent
   * @throws InconsistentGuideline with every problem, when there is any
   */
  public static Guideline read(
      GuidelineFolder folder, LocalCodeFiles localCodes, SitePolicyFile policy) {
    return new GuidelineReader(folder, localCodes, policy).read();
  }

  /** The same from files that are parsed already; its version is that of no file. */
  static Guideline read(ParsedFiles files) {
    return new GuidelineReader(
            new FingerprintedFolder(path -> Optional.empty()),
            files,
            LocalCodeFiles.none(),
            SitePolicyFile.none())
        .read();
  }

  /**
   * Reads the words of reports alone.
   *
   * @param folder where the files are
   * @return the words
   * @throws InconsistentGuideline with every problem of the file, when there is any
   */
  public static ReportWords reportWords(GuidelineFolder folder) {
    Problems problems = new Problems();
    YamlValue file = YamlFile.read(folder, REPORT_WORDS, problems);
    ReportWords words = new ReportWordsReader(problems).words(Entry.of(file, problems));
    if (!problems.found().isEmpty()) {
      throw new InconsistentGuideline(problems.found());
    }
    return words;
  }

  private Guideline read() {
    Entry index = Entry.of(file("guideline.yaml"), problems);
    List<Entry> lesionEntries = itemsOf("genetics/lesions.yaml", "lesions");
    lesionEntries.forEach(entry -> problems.lesion(entry.text("fact")));
    SourceReader sources = new SourceReader(problems);
    GuidelineSource source = sources.source(index);
    Map<String, Parameter> parameters =
        byId(Entry.entries(file("parameters.yaml"), problems), sources::parameter, Parameter::id);
    problems.numbers(parameters);
    ParameterTable table = new ParameterTable(parameters, problems);
    ConditionReader conditions = new ConditionReader(table, problems);
    Map<String, Interpretation> interpretations =
        byId(
            Entry.entries(file("interpretations.yaml"), problems),
            entry -> sources.interpretation(entry, conditions),
            Interpretation::id);
    Map<String, BackgroundNote> background =
        byId(
            Entry.entries(file("background.yaml"), problems),
            entry -> sources.background(entry, conditions),
            BackgroundNote::id);
    Terminology terminology =
        new LocalCodesReader(
                new TerminologyReader(problems).read(terminologyFiles(index)), problems)
            .read(localCodes);
    Map<Fact<?>, FactName> names =
        byId(Entry.entries(file("facts.yaml"), problems), sources::factName, FactName::fact);
    OrderReader orders = new OrderReader(problems);
    Map<String, Orderable> orderables =
        byId(orders.orderables(file("orders.yaml")), Function.identity(), Orderable::id);
    WorkUpReader workUpReader = new WorkUpReader(table, problems);
    Map<String, WorkUpItem> workUp =
        byId(itemsOf("work-up.yaml", "items"), workUpReader::item, WorkUpItem::id);
    TreatmentReader treatment = new TreatmentReader(conditions, problems);
    Map<String, TreatmentOption> options =
        byId(itemsOf("treatment/options.yaml", "options"), treatment::option, TreatmentOption::id);
    List<DecisionTable> tables = new ArrayList<>();
    for (String path : index.texts("tables")) {
      tables.add(treatment.table(Entry.of(file(path), problems)));
    }
    RiskReader risk = new RiskReader(conditions, problems);
    Entry riskFile = Entry.of(file("risk.yaml"), problems);
    OrderCheckReader checks = new OrderCheckReader(table, conditions, problems);
    Entry checkFile = Entry.of(file("order-checks.yaml"), problems);
    List<Lesion> lesions =
        lesionEntries.stream().map(new LesionEntryReader(problems)::lesion).toList();
    ShortNamesReader shortNames = new ShortNamesReader(problems);
    ShortNames calledOnCards = shortNames.read(Entry.of(file("names.yaml"), problems));
    OrderChecks orderChecks = checks.read(checkFile);
    SitePolicy policy =
        new SitePolicyReader(problems)
            .read(policyFile, orderChecks.checks(), orderNames(orderChecks, terminology));
    Guideline guideline =
        new Guideline(
            source.id() + '+' + folder.fingerprint(),
            source,
            parameters,
            interpretations,
            background,
            names,
            risk.features(riskFile),
            risk.rows(riskFile),
            List.copyOf(tables),
            options,
            orderables,
            workUp,
            orderChecks,
            lesions,
            new ReportWordsReader(problems).words(Entry.of(file(REPORT_WORDS), problems)),
            new ComorbidityGradesReader(problems)
                .read(Entry.of(file("comorbidity.yaml"), problems)),
            terminology,
            calledOnCards,
            policy);
    riskFile.end();
    checkFile.end();
    index.end();
    shortNames.check(guideline);
    table.check();
    new ReferenceLint(guideline, problems).check();
    new TableLint(guideline, problems).check();
    if (!problems.found().isEmpty()) {
      throw new InconsistentGuideline(problems.found());
    }
    return guideline;
  }

  private static Set<String> orderNames(OrderChecks checks, Terminology terminology) {
    Set<String> names = new LinkedHashSet<>(checks.groups().keySet());
    terminology.concepts().forEach(concept -> names.add(concept.id()));
    return names;
  }

  private List<Entry> terminologyFiles(Entry index) {
    List<Entry> files = new ArrayList<>();
    files.add(Entry.of(file("terminology/systems.yaml"), problems));
    index.texts("terminology").forEach(path -> files.add(Entry.of(file(path), problems)));
    return files;
  }

  private List<Entry> itemsOf(String path, String key) {
    Entry file = Entry.of(file(path), problems);
    List<Entry> items = file.entries(key);
    file.end();
    return items;
  }

  private YamlValue file(String path) {
    return files.file(path, problems);
  }

  private static <S, K, T> Map<K, T> byId(
      List<S> entries, Function<S, T> reader, Function<T, K> key) {
    Map<K, T> map = new LinkedHashMap<>();
    for (S entry : entries) {
      T item = reader.apply(entry);
      map.putIfAbsent(key.apply(item), item);
    }
    return map;
  }
}
