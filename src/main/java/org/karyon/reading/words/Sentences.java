package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.guideline.ReportWords;
import org.karyon.guideline.WordClass;

/** The layout of a report: its sentences, each with the part of the report that it stands in. */
final class Sentences {

  private static final Pattern END =
      Pattern.compile("(?<!\\b(?:approx|ca|vs|e\\.g|i\\.e|no|incl|resp|dr))\\.(?=\\s|$)");
  private static final Pattern CELLS = Pattern.compile("\\t| {2,}| ?\\| ?");
  private static final Pattern SPACES = Pattern.compile(" {2,}");
  private static final Pattern COLON =
      Pattern.compile("^(?:\\s?\\([^()]{1,30}\\)|\\(s\\))?\\s?:(?!:)");
  private static final Pattern BAR = Pattern.compile("\\|");
  private static final Pattern ENDS = Pattern.compile("[.:;!?]\\s*$");
  private static final Pattern HANGING =
      Pattern.compile("(?:,|\\b(?:and|or|of|for|with|by|in|the|not|no|a|an|to))\\s*$");
  private static final Pattern GOES_ON = Pattern.compile("\\s*[a-z]+(?:[\\s,.;:)]|$)");
  private static final Pattern PROGNOSIS =
      Pattern.compile(
          "(?i)(?:,\\s{0,3}|\\b(?:a finding|an abnormality|which is|that is) )(?:(?:a finding|an"
              + " abnormality|which is|that is) )?(?:associated with|conferring|indicating) (?:an?"
              + " )?(?:[a-z-]{1,20} ){0,2}(?:prognosis|outcome|risk)\\b[^.;\\n"
              + "]{0,200}");

  private final Phrases<WordClass> headings = new Phrases<>();
  private final Set<String> columnsOfNames;
  private final Set<String> columnsOfResults;

  Sentences(ReportWords words) {
    this.columnsOfNames = Set.copyOf(words.of(WordClass.COLUMN_OF_NAMES));
    this.columnsOfResults = Set.copyOf(words.of(WordClass.COLUMN_OF_RESULTS));
    for (WordClass wordClass : WordClass.values()) {
      if (wordClass.isHeading()) {
        words.of(wordClass).forEach(phrase -> headings.add(phrase, wordClass));
      }
    }
  }

  /**
   * A sentence.
   *
   * @param text its words
   * @param section the part of the report that it stands in
   * @param heading whether it only heads what follows
   * @param line the number of the line on which it begins
   */
  record Sentence(String text, Section section, boolean heading, int line) {}

  /** The part of the report at a line, and whether it ends with the line. */
  private static final class Place {
    private Section section = Section.RESULT;
    private boolean inline;
    private boolean oneLine;
    private Optional<Table> table = Optional.empty();
  }

  private record Table(int columns, int name, int result) {}

  List<Sentence> of(String text) {
    List<String> lines = folded(ReportText.lines(text));
    List<Sentence> sentences = new ArrayList<>();
    Place place = new Place();
    for (int number = 0; number < lines.size(); number++) {
      String line = lines.get(number);
      if (line.isBlank()) {
        place.table = Optional.empty();
        if (place.inline) {
          place.section = Section.RESULT;
          place.inline = false;
        }
        continue;
      }
      if (place.oneLine) {
        place.section = Section.RESULT;
        place.inline = false;
      }
      place.oneLine = false;
      String row = row(line, place);
      // Where cells follow each other without named columns, each is a sentence of its own.
      if (row.indexOf('|') < 0) {
        line(row, number, lines.size() > 1, place, sentences);
        continue;
      }
      for (String part : BAR.split(row, -1)) {
        line(part, number, lines.size() > 1, place, sentences);
      }
    }
    return sentences;
  }

  private void line(
      String line, int number, boolean several, Place place, List<Sentence> sentences) {
    boolean prognosis =
        Letters.hold(line, "associated with")
            || Letters.hold(line, "conferring")
            || Letters.hold(line, "indicating");
    String kept = prognosis ? PROGNOSIS.matcher(line).replaceAll("") : line;
    String said = kept.contains("  ") ? SPACES.matcher(kept).replaceAll(" ") : kept;
    List<String> ended = holdsEnd(said) ? List.of(END.split(said, -1)) : List.of(said);
    for (String sentence : ended) {
      String rest = sentence.strip();
      Optional<Heading> heading = heading(rest, several);
      while (heading.isPresent()) {
        enter(heading.get(), place);
        sentences.add(
            new Sentence(rest.substring(0, heading.get().end()), place.section, true, number));
        rest = rest.substring(heading.get().end()).strip();
        place.inline = !rest.isEmpty();
        place.oneLine = place.inline && heading.get().kind() == WordClass.HEADING_LINE;
        heading = rest.isEmpty() ? Optional.empty() : heading(rest, false);
      }
      if (!rest.isEmpty()) {
        sentences.add(new Sentence(rest, place.section, false, number));
      }
    }
  }

  /** Whether a point stands before a blank or at the end. */
  private static boolean holdsEnd(String said) {
    for (int at = said.indexOf('.'); at >= 0; at = said.indexOf('.', at + 1)) {
      if (at + 1 == said.length() || Character.isWhitespace(said.charAt(at + 1))) {
        return true;
      }
    }
    return false;
  }

  private record Heading(WordClass kind, int end) {}

  private Optional<Heading> heading(String sentence, boolean mayStandAlone) {
    List<Atom> atoms = Atom.of(sentence.length() > 80 ? sentence.substring(0, 80) : sentence);
    if (atoms.isEmpty()) {
      return Optional.empty();
    }
    Optional<Phrases.Match<WordClass>> match = headings.at(atoms, 0);
    if (match.isEmpty()) {
      return Optional.empty();
    }
    int end = atoms.get(match.get().words() - 1).end();
    String behind = sentence.substring(end);
    Matcher colon = COLON.matcher(behind);
    if (colon.lookingAt()) {
      return Optional.of(new Heading(match.get().meaning(), end + colon.end()));
    }
    boolean answers = List.of("normal", "pending", "expected").contains(atoms.get(0).folded());
    return behind.isBlank() && mayStandAlone && !answers
        ? Optional.of(new Heading(match.get().meaning(), sentence.length()))
        : Optional.empty();
  }

  private static void enter(Heading heading, Place place) {
    place.section =
        switch (heading.kind()) {
          case HEADING_COMMENT -> Section.COMMENT;
          case HEADING_CORRECTION -> Section.CORRECTION;
          case HEADING_LINE, HEADING_OTHER -> Section.OTHER;
          default -> Section.RESULT;
        };
  }

  /** Lines that were folded by a printer are joined again. */
  private static List<String> folded(List<String> lines) {
    List<String> folded = new ArrayList<>();
    for (String line : lines) {
      boolean goesOn =
          !folded.isEmpty()
              && !line.isBlank()
              && !folded.getLast().isBlank()
              && !ENDS.matcher(tail(folded.getLast())).find()
              && (GOES_ON.matcher(line).lookingAt()
                  || HANGING.matcher(tail(folded.getLast())).find())
              && folded.getLast().length() + line.length() < 2_000;
      if (goesOn) {
        folded.add(folded.removeLast() + ' ' + line.strip());
      } else {
        folded.add(line);
      }
    }
    return folded;
  }

  private static String tail(String line) {
    return line.substring(Math.max(0, line.length() - 12));
  }

  /** A row of a table whose columns are named is read as its name and its result. */
  private String row(String line, Place place) {
    if (line.indexOf('\t') < 0 && line.indexOf('|') < 0 && !line.contains("  ")) {
      return line;
    }
    List<String> cells = List.of(CELLS.split(line.strip(), -1));
    if (cells.size() < 2) {
      return line.replace('\t', ' ');
    }
    Optional<Table> header = table(cells);
    if (header.isPresent()) {
      place.table = header;
      return "";
    }
    if (place.table.isPresent() && place.table.get().columns() >= cells.size()) {
      Table table = place.table.get();
      return table.result() < cells.size()
          ? cells.get(table.name()) + ": " + cells.get(table.result())
          : cells.get(table.name());
    }
    return line;
  }

  private Optional<Table> table(List<String> cells) {
    int name = -1;
    int result = -1;
    for (int index = 0; index < cells.size(); index++) {
      String cell = Words.normal(ReportText.folded(cells.get(index)));
      if (result < 0 && columnsOfResults.contains(cell)) {
        result = index;
      } else if (name < 0 && columnsOfNames.contains(cell)) {
        name = index;
      }
    }
    return name >= 0 && result >= 0
        ? Optional.of(new Table(cells.size(), name, result))
        : Optional.empty();
  }
}
