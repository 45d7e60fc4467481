package org.karyon;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.karyon.boot.KaryonConfiguration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.stereotype.Component;

/** The package table of ARCHITECTURE.md, held by tests, each rule with its reason. */
class ArchitectureTest {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\| `([a-zA-Z]+)` \\|$");

  private static final int FEWEST_CLASSES = 1_000;
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("org.karyon");

  private static final DescribedPredicate<JavaClass> SPRING =
      resideInAPackage("org.springframework..");
  private static final DescribedPredicate<JavaClass> HAPI =
      resideInAnyPackage("ca.uhn.fhir..", "org.hl7.fhir..");
  private static final DescribedPredicate<JavaClass> JACKSON =
      resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");
  private static final DescribedPredicate<JavaClass> HTTP =
      resideInAnyPackage("jakarta.servlet..", "java.net.http..", "org.springframework.http..");

  private static final SliceAssignment EACH_PACKAGE =
      new SliceAssignment() {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
          return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
          return "each package";
        }
      };

  @Test
  void theRulesSeeTheWholeApplication() {
    assertThat(CLASSES.size()).as("classes imported").isGreaterThan(FEWEST_CLASSES);
  }

  @Test
  void everyRoomThatSpringWiresIsLookedThrough() {
    liesIn(
        Component.class,
        KaryonApplication.class.getAnnotation(SpringBootApplication.class).scanBasePackages());
    liesIn(
        ConfigurationProperties.class,
        KaryonConfiguration.class.getAnnotation(ConfigurationPropertiesScan.class).value());
  }

  private static void liesIn(Class<? extends Annotation> what, String[] rooms) {
    classes()
        .that()
        .areMetaAnnotatedWith(what)
        .and()
        .doNotHaveFullyQualifiedName(KaryonApplication.class.getName())
        .should()
        .resideInAnyPackage(Stream.of(rooms).map(room -> room + "..").toArray(String[]::new))
        .because("Spring looks through these rooms alone, which makes it start sooner")
        .check(CLASSES);
  }

  @Test
  void factsKnowNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.karyon.facts..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.karyon.facts..", "org.jspecify..")
        .because("the vocabulary is the contract that everything else speaks")
        .check(CLASSES);
  }

  @Test
  void terminologyKnowsNothingButTheJdk() {
    classes()
        .that()
        .resideInAPackage("org.karyon.terminology..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.karyon.terminology..", "org.jspecify..")
        .because("a code look-up needs no FHIR library")
        .check(CLASSES);
  }

  @Test
  void theKaryotypeLanguageStandsAlone() {
    classes()
        .that()
        .resideInAPackage("org.karyon.iscn..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "org.karyon.iscn..", "org.jspecify..")
        .because("a laboratory can use it without the rest")
        .check(CLASSES);
  }

  @Test
  void theGuidelineKnowsNeitherFhirNorHttpNorSpring() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.guideline..")
        .should()
        .dependOnClassesThat(SPRING.or(HAPI).or(HTTP).or(JACKSON))
        .because("a clinician reviews knowledge, and another engine must be able to read it")
        .check(CLASSES);
  }

  @Test
  void theAssessmentKnowsNeitherFhirNorJsonNorHttp() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.assessment..")
        .should()
        .dependOnClassesThat(SPRING.or(HAPI).or(HTTP).or(JACKSON))
        .because("the same facts must give the same advice wherever they came from")
        .check(CLASSES);
  }

  @Test
  void theChartAndTheReadersKnowNoRulesOfTreatment() {
    noClasses()
        .that()
        .resideInAnyPackage("org.karyon.chart..", "org.karyon.reading..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.karyon.assessment..", "org.karyon.cards..", "org.karyon.hooks..")
        .because("what the record says must not depend on what would be advised")
        .check(CLASSES);
  }

  @Test
  void cardsKnowNeitherHttpNorTheChart() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.cards..")
        .should()
        .dependOnClassesThat(
            SPRING.or(HTTP).or(resideInAnyPackage("org.karyon.chart..", "org.karyon.reading..")))
        .because("cards are written from the assessment alone")
        .check(CLASSES);
  }

  @Test
  void draftsOfOrdersKnowNeitherHttpNorTheChart() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.orders..")
        .should()
        .dependOnClassesThat(
            SPRING
                .or(HTTP)
                .or(
                    resideInAnyPackage(
                        "org.karyon.chart..",
                        "org.karyon.reading..",
                        "org.karyon.cards..",
                        "org.karyon.fhirapi..")))
        .because("the cards and the FHIR API both take them from here")
        .check(CLASSES);
  }

  @Test
  void artifactsAndAnswersKnowNeitherHttpNorTheChart() {
    noClasses()
        .that()
        .resideInAnyPackage("org.karyon.fhirapi.knowledge..", "org.karyon.fhirapi.answers..")
        .should()
        .dependOnClassesThat(
            SPRING.or(HTTP).or(resideInAnyPackage("org.karyon.chart..", "org.karyon.reading..")))
        .because("artifacts are made from the guideline alone, answers from the assessment alone")
        .check(CLASSES);
  }

  @Test
  void whoCallsIsJudgedWithoutTheRecordAndTheRules() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.security..")
        .should()
        .dependOnClassesThat(
            HAPI.or(
                resideInAnyPackage(
                    "org.karyon.facts..",
                    "org.karyon.guideline..",
                    "org.karyon.assessment..",
                    "org.karyon.chart..",
                    "org.karyon.reading..",
                    "org.karyon.cards..",
                    "org.karyon.hooks..")))
        .because("security people review this package alone")
        .check(CLASSES);
  }

  @Test
  void feedbackKnowsNoPatient() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.feedback..")
        .should()
        .dependOnClassesThat(
            HAPI.or(
                resideInAnyPackage(
                    "org.karyon.facts..",
                    "org.karyon.assessment..",
                    "org.karyon.chart..",
                    "org.karyon.reading..",
                    "org.karyon.hooks..")))
        .because("what is kept must not be able to hold a record")
        .check(CLASSES);
  }

  @Test
  void springStaysAtTheEdge() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    "org.karyon",
                    "org.karyon.boot..",
                    "org.karyon.web..",
                    "org.karyon.hooks..",
                    "org.karyon.security..",
                    "org.karyon.outcomes..",
                    "org.karyon.feedback..",
                    "org.karyon.population..",
                    "org.karyon.fhirapi..",
                    "org.karyon.explorer",
                    "org.karyon.demo..")))
        .should()
        .dependOnClassesThat(SPRING)
        .because("every step of the advice can be tested without a container")
        .check(CLASSES);
  }

  @Test
  void hapiStaysWhereResourcesAreReadOrWritten() {
    noClasses()
        .that(
            not(
                resideInAnyPackage(
                    "org.karyon.chart.fhir..", "org.karyon.fhirapi..", "org.karyon.demo..")))
        .should()
        .dependOnClassesThat(HAPI)
        .because("a resource has one form here: its JSON, and small records read from it")
        .check(CLASSES);
  }

  @Test
  void nothingFlowsBack() {
    slices()
        .matching("org.karyon.(*)..")
        .should()
        .beFreeOfCycles()
        .because("facts flow one way through the house")
        .check(CLASSES);
  }

  @Test
  void noTwoPackagesNeedEachOther() {
    slices()
        .assignedFrom(EACH_PACKAGE)
        .should()
        .beFreeOfCycles()
        .because("a room that needs its neighbour's neighbour cannot be read alone")
        .check(CLASSES);
  }

  @Test
  void othersReachTheKaryotypeLanguageThroughItsDoor() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.karyon.iscn..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.karyon.iscn.text..",
            "org.karyon.iscn.model..",
            "org.karyon.iscn.grammar..",
            "org.karyon.iscn.features..")
        .because("how a karyotype is read may change without anyone else noticing")
        .check(CLASSES);
  }

  @Test
  void theLanguageOfReportsKnowsNoResources() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.reading.words..")
        .should()
        .dependOnClassesThat(HAPI.or(JACKSON).or(resideInAPackage("org.karyon.chart..")))
        .because("a sentence means the same wherever it stands")
        .check(CLASSES);
  }

  @Test
  void resourcesKnowNothingButTheVocabularyAndJson() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.chart.resource..")
        .should()
        .dependOnClassesThat(
            not(
                resideInAnyPackage(
                    "java..",
                    "org.karyon.chart.resource..",
                    "org.karyon.facts..",
                    "org.jspecify..",
                    "tools.jackson..")))
        .because("what a resource says is read once and for everybody")
        .check(CLASSES);
  }

  @Test
  void theAuditKnowsNeitherFhirNorHttpNorTheRecord() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.audit..")
        .should()
        .dependOnClassesThat(
            HAPI.or(HTTP)
                .or(SPRING)
                .or(JACKSON)
                .or(resideInAnyPackage("org.karyon.chart..", "org.karyon.reading..")))
        .because("a line about a decision must not be able to hold a record")
        .check(CLASSES);
  }

  @Test
  void failuresKnowNothingOfTheHouse() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.outcomes..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.karyon..").and(not(resideInAPackage("org.karyon.outcomes.."))))
        .because("everybody answers a failure alike")
        .check(CLASSES);
  }

  @Test
  void theDemonstrationKnowsNoRules() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.demo..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.karyon.facts..",
                "org.karyon.guideline..",
                "org.karyon.reading..",
                "org.karyon.assessment..",
                "org.karyon.cards.."))
        .because("example patients are sent like any other")
        .check(CLASSES);
  }

  @Test
  void registriesKnowNeitherHttpNorTheDatabase() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.registry..")
        .should()
        .dependOnClassesThat(
            HAPI.or(HTTP).or(SPRING).or(resideInAnyPackage("java.sql..", "javax.sql..")))
        .because("a whole export is assessed on one machine without a service")
        .check(CLASSES);
  }

  @Test
  void exportsAreFetchedWithoutReadingThem() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.bulk..")
        .should()
        .dependOnClassesThat(
            HAPI.or(SPRING)
                .or(
                    resideInAnyPackage(
                        "org.karyon.facts..",
                        "org.karyon.guideline..",
                        "org.karyon.chart..",
                        "org.karyon.reading..",
                        "org.karyon.assessment..")))
        .because("what is in the files is for who reads them")
        .check(CLASSES);
  }

  @Test
  void theReleaseKnowsNothingElse() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.release..")
        .should()
        .dependOnClassesThat(
            not(resideInAnyPackage("java..", "org.karyon.release..", "org.jspecify..")))
        .because("everybody may ask it")
        .check(CLASSES);
  }

  @Test
  void commandsSpeakNoHttp() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.command..")
        .should()
        .dependOnClassesThat(HAPI.or(HTTP).or(SPRING))
        .because("a command line starts no service")
        .check(CLASSES);
  }

  @Test
  void pagesAreMadeWithoutTheFhirLibrary() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.explorer..")
        .should()
        .dependOnClassesThat(HAPI)
        .because("a page shows what the steps return")
        .check(CLASSES);
  }

  @Test
  void hooksSpeakCdsHooksAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.hooks..")
        .should()
        .dependOnClassesThat(
            HAPI.or(
                resideInAnyPackage(
                    "org.karyon.iscn..",
                    "org.karyon.fhirapi..",
                    "org.karyon.explorer..",
                    "org.karyon.registry..")))
        .because("the other doors of the house are none of its business")
        .check(CLASSES);
  }

  @Test
  void theFhirApiKnowsNoCards() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.fhirapi..")
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "org.karyon.cards..",
                "org.karyon.hooks..",
                "org.karyon.feedback..",
                "org.karyon.explorer.."))
        .because("it answers with resources what cards say in words")
        .check(CLASSES);
  }

  @Test
  void whatGuardsEveryAddressKnowsNoRules() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.web..")
        .should()
        .dependOnClassesThat(
            HAPI.or(
                resideInAnyPackage(
                    "org.karyon.assessment..",
                    "org.karyon.cards..",
                    "org.karyon.hooks..",
                    "org.karyon.fhirapi..",
                    "org.karyon.feedback..")))
        .because("who is let in does not depend on what is asked")
        .check(CLASSES);
  }

  @Test
  void nobodyNeedsTheWiring() {
    noClasses()
        .that(not(resideInAnyPackage("org.karyon", "org.karyon.boot..")))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.karyon.boot..")
        .because("a room is put together from outside")
        .check(CLASSES);
  }

  @Test
  void populationsKnowNeitherHttpNorWhatIsInTheFiles() {
    noClasses()
        .that()
        .resideInAPackage("org.karyon.population..")
        .should()
        .dependOnClassesThat(
            HAPI.or(HTTP)
                .or(
                    resideInAnyPackage(
                        "org.karyon.facts..",
                        "org.karyon.assessment..",
                        "org.karyon.chart..",
                        "org.karyon.reading..",
                        "org.karyon.cards..",
                        "org.karyon.hooks..",
                        "org.karyon.fhirapi..")))
        .because("a job is looked after alike whatever its export holds and whoever asks")
        .check(CLASSES);
  }

  /** Each row of the page names its room and the test here that holds it. */
  @Test
  void everyRoomHasARowAndEveryRowATest() throws IOException {
    Map<String, String> rows = new TreeMap<>();
    Matcher row = ROW.matcher(Files.readString(Path.of("ARCHITECTURE.md")));
    while (row.find()) {
      rows.put(row.group(1), row.group(2));
    }
    List<String> tests =
        Stream.of(ArchitectureTest.class.getDeclaredMethods()).map(Method::getName).toList();
    try (Stream<Path> folders = Files.list(Path.of("src/main/java/org/karyon"))) {
      assertThat(rows.keySet())
          .containsAll(
              folders
                  .filter(Files::isDirectory)
                  .map(folder -> folder.getFileName().toString())
                  .toList());
    }
    assertThat(rows).hasSizeGreaterThan(20);
    assertThat(tests).containsAll(rows.values());
  }

  @Test
  void nothingIsInjectedIntoFields() {
    noFields()
        .should()
        .beAnnotatedWith(Autowired.class)
        .because("a constructor tells what a class needs")
        .check(CLASSES);
  }

  @Test
  void noNameHidesWhatAClassIs() {
    for (String word : List.of("Manager", "Helper", "Util", "Utils", "Impl")) {
      noClasses()
          .should()
          .haveSimpleNameEndingWith(word)
          .because("names are the field's standard terms")
          .check(CLASSES);
    }
  }

  @Test
  void everyPackageIsNullMarked() throws IOException {
    try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/karyon"))) {
      List<Path> withSources =
          folders.filter(Files::isDirectory).filter(ArchitectureTest::holdsSources).toList();
      assertThat(withSources).hasSizeGreaterThan(8);
      for (Path folder : withSources) {
        assertThat(folder.resolve("package-info.java"))
            .as(folder.toString())
            .exists()
            .content()
            .contains("@NullMarked");
      }
    }
  }

  private static boolean holdsSources(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.anyMatch(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".java"));
    } catch (IOException exception) {
      throw new UncheckedIOException(exception);
    }
  }
}
