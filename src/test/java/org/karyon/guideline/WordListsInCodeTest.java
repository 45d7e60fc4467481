package org.karyon.guideline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * Words by which a record is understood stand in the guideline folder, where a clinician finds and
 * corrects them: no list of three words or more stands in code that reads, assesses or tells, and
 * no pattern chooses between as many.
 */
class WordListsInCodeTest {

  private static final Path SOURCES = Path.of("src/main/java/org/karyon");
  private static final List<String> ROOMS = List.of("reading", "assessment", "cards", "iscn");
  private static final int FEWEST_OF_A_LIST = 3;
  private static final Pattern WORD = Pattern.compile("\\p{L}[\\p{L} -]*");

  /** What takes a pattern. */
  private static final Pattern COMPILERS =
      Pattern.compile("^Pattern\\.compile$|\\.(?:matches|replaceAll|replaceFirst|split)$");

  /** Alternatives of a pattern, each of three letters or more. */
  private static final Pattern CHOICE =
      Pattern.compile("(?:\\p{L}[\\p{L} ?.-]{2,}\\|){2,}\\p{L}[\\p{L} ?.-]{2,}");

  /** What is no knowledge of medicine, and why. */
  private static final Map<String, String> NO_KNOWLEDGE =
      Map.ofEntries(
          Map.entry("reading/RecordReading.java", "kinds of FHIR resources"),
          Map.entry("reading/resources/Conditions.java", "codes of FHIR for a Condition's status"),
          Map.entry("cards/FindingWords.java", "codes of FHIR for a Condition's status"),
          Map.entry("cards/Markdown.java", "schemes of addresses"),
          Map.entry("cards/TestNames.java", "the axes of a long name of LOINC"),
          Map.entry("reading/patient/ComorbidityReader.java", "how an entry of history opens"),
          Map.entry("reading/treatment/Route.java", "a verb before a pronoun is grammar"),
          Map.entry("reading/words/AmountReader.java", "what parts a number from a whole"),
          Map.entry("reading/words/CheckBoxes.java", "on which side of a box its label stands"),
          Map.entry("reading/words/Modifiers.java", "stems of words that a list holds"),
          Map.entry("reading/words/Lexer.java", "symbols of ISCN"),
          Map.entry("reading/words/ReportText.java", "elements of HTML"),
          Map.entry("reading/words/UsualAnswers.java", "texts that are understood as any other is"),
          Map.entry("reading/words/ClauseUnit.java", "names of the groups of a pattern"),
          Map.entry("reading/words/ClauseGrammar.java", "the plural of a verb; stems of a list"),
          Map.entry("reading/words/Sentences.java", "answers are no headings"),
          Map.entry("reading/words/ReportClause.java", "what asks is grammar; stems of a list"),
          Map.entry("reading/words/ReportLanguage.java", "what parts a sentence is grammar"),
          Map.entry("reading/response/ResidualAmounts.java", "comparisons are grammar"),
          Map.entry("iscn/text/HtmlEntity.java", "entities of HTML"),
          Map.entry("iscn/grammar/RearrangementSentence.java", "symbols of ISCN"),
          Map.entry("iscn/grammar/ItemSuffix.java", "symbols of ISCN"),
          Map.entry("iscn/grammar/TechniqueName.java", "symbols of ISCN"));

  @Test
  void noListOfClinicalWordsStandsInCode() throws IOException {
    Map<String, Set<String>> found = lists();

    found.keySet().removeAll(NO_KNOWLEDGE.keySet());
    assertThat(found)
        .as("move these into src/main/guideline, name the list in PhraseList, and ask for it there")
        .isEmpty();
  }

  @Test
  void everyExceptionIsStillOne() throws IOException {
    assertThat(lists().keySet()).containsAll(NO_KNOWLEDGE.keySet());
  }

  private static Map<String, Set<String>> lists() throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    Map<String, Set<String>> found = new TreeMap<>();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null, files, null, null, null, files.getJavaFileObjectsFromPaths(sources()));
      for (CompilationUnitTree unit : task.parse()) {
        String name = SOURCES.toUri().relativize(unit.getSourceFile().toUri()).getPath();
        unit.accept(new Lists(found.computeIfAbsent(name, unused -> new TreeSet<>())), null);
      }
    }
    found.values().removeIf(Set::isEmpty);
    return found;
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .filter(file -> ROOMS.contains(SOURCES.relativize(file).getName(0).toString()))
          .toList();
    }
  }

  /**
   * The lists of a file: arguments of a method that makes one, arrays, labels of a switch, what a
   * pattern chooses between.
   */
  private static final class Lists extends TreeScanner<Void, Void> {

    private static final Set<String> MAKERS = Set.of("of", "asList", "ofEntries");
    private final Set<String> lists;

    Lists(Set<String> lists) {
      this.lists = lists;
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
      String name = call.getMethodSelect().toString();
      if (MAKERS.contains(name.substring(name.lastIndexOf('.') + 1))) {
        keep(call.getArguments().stream());
      }
      if (COMPILERS.matcher(call.getMethodSelect().toString()).find()) {
        call.getArguments().stream().limit(1).forEach(pattern -> choices(text(pattern)));
      }
      return super.visitMethodInvocation(call, unused);
    }

    @Override
    public Void visitNewArray(NewArrayTree array, Void unused) {
      if (array.getInitializers() != null) {
        keep(array.getInitializers().stream());
      }
      return super.visitNewArray(array, unused);
    }

    @Override
    public Void visitCase(CaseTree one, Void unused) {
      keep(
          one.getLabels().stream()
              .filter(ConstantCaseLabelTree.class::isInstance)
              .map(label -> ((ConstantCaseLabelTree) label).getConstantExpression()));
      return super.visitCase(one, unused);
    }

    /** What is known of a text before the program runs. */
    private static String text(Tree tree) {
      return switch (tree) {
        case LiteralTree literal -> String.valueOf(literal.getValue());
        case BinaryTree both -> text(both.getLeftOperand()) + text(both.getRightOperand());
        default -> "";
      };
    }

    private void choices(String pattern) {
      CHOICE.matcher(pattern.replace("\\b", "")).results().forEach(one -> lists.add(one.group()));
    }

    private void keep(Stream<? extends Tree> entries) {
      List<String> words =
          entries
              .filter(LiteralTree.class::isInstance)
              .map(literal -> ((LiteralTree) literal).getValue())
              .filter(String.class::isInstance)
              .map(String.class::cast)
              .filter(text -> WORD.matcher(text).matches())
              .toList();
      if (words.size() >= FEWEST_OF_A_LIST) {
        lists.add(String.join(", ", words));
      }
    }
  }
}
