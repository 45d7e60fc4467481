package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.guideline.Lesion;
import org.karyon.guideline.ReportWords;
import org.karyon.guideline.WordClass;

/**
 * Takes a sentence apart into words, names, numbers and signs; what it does not know is told as
 * unknown and never passed over.
 */
final class Lexer {

  /** The codes of the grammar; what takes a sentence out of the results is a capital U. */
  private static final Map<WordClass, Character> CODES = new EnumMap<>(WordClass.class);

  static {
    code('b', WordClass.BE);
    code('&', WordClass.AND);
    code('|', WordClass.OR);
    code('o', WordClass.OF);
    code('f', WordClass.FOR);
    code('i', WordClass.WITH);
    code(
        'n',
        WordClass.REARRANGEMENT,
        WordClass.LOSS,
        WordClass.GAIN,
        WordClass.MUTATION,
        WordClass.LESION,
        WordClass.SIGNAL);
    code('p', WordClass.PROBE);
    code('q', WordClass.QUALITY);
    code('P', WordClass.POSITIVE, WordClass.ALTERED);
    code('N', WordClass.NEGATIVE);
    code('x', WordClass.DENIAL);
    code('w', WordClass.WITHOUT);
    code('e', WordClass.EVIDENCE);
    code('v', WordClass.SHOWS);
    code('y', WordClass.SUGGESTS);
    code('c', WordClass.CELLS, WordClass.METAPHASES);
    code('h', WordClass.SHARE);
    code('m', WordClass.METHOD, WordClass.BANDING);
    code('s', WordClass.SAMPLE);
    code('L', WordClass.LIMIT);
    code('R', WordClass.REACH);
    code('<', WordClass.BELOW);
    code('>', WordClass.ABOVE);
    code('g', WordClass.PROGNOSIS);
    code('z', WordClass.DISEASE, WordClass.OTHER_DISEASE);
    code('S', WordClass.RESIDUAL, WordClass.GENE, WordClass.PLOIDY, WordClass.OTHER_PART);
  }

  private static final Pattern TRANSLOCATION =
      Pattern.compile(
          "(?:idic|inv|ins|der|dic|del|dup|add|trp|t|i|r)\\s?\\([\\dXYpq?;,."
              + " ]{1,24}\\)(?:\\s?\\([pqterchsn\\d.;~?: -]{1,40}\\))?");
  private static final Pattern SEQUENCE =
      Pattern.compile(
          "(?:N[MPC]_[\\d.]{3,20}(?:\\([A-Z0-9]{2,10}\\))?:?)?[cpgrm]\\.\\(?[A-Za-z\\d*_>=+?-]{1,60}\\)?|N[MPC]_[\\d.]{3,20}(?:\\([A-Z0-9]{2,10}\\))?:?|[ACDEFGHIKLMNPQRSTVWY]\\d{1,4}(?:[ACDEFGHIKLMNPQRSTVWY*]|fs(?:\\*\\d{1,4})?|del|dup)(?![A-Za-z0-9])");
  private static final Pattern BAND =
      Pattern.compile(
          "(?:\\d{1,2}|[XY])[pq](?:\\d{1,2}(?:\\.\\d{1,3})?)?(?:-?[pq]?\\d{1,2}(?:\\.\\d{1,3})?)?(?![A-Za-z0-9])");
  private static final Pattern PLACE =
      Pattern.compile(
          "(?i)exons?\\s\\d{1,2}[a-z]?(?:\\s?(?:-|,|/|&|and|to)\\s?\\d{1,2}){0,60}|chromosomes?\\s(?:\\d{1,2}|[XY])(?:\\s?(?:,|and|,\\s?and)\\s?(?:\\d{1,2}|[XY])){0,60}(?![\\d%.])|(?:\\(?\\d{2}\\s?(?:-\\s?\\d{2}\\s?)?chromosomes\\)?)|modal(?:\\schromosome)?\\snumber(?:\\sof)?\\s\\d{2}");

  private static final Pattern SYMBOL =
      Pattern.compile("cd\\d{1,3}[a-z]?|[a-z]{2,6}\\d{1,3}[a-z]?\\d?");
  private static final Pattern PLUS = Pattern.compile("\\+(?=\\s?(?:$|[.,;()]|/))");
  private static final Pattern LIKE = Pattern.compile("(?i)[ -]like\\b");

  /** A symbol with its number, "cdkn2a". */
  private static final Pattern NUMBERED_GENE = Pattern.compile("[a-z]{2,}\\d\\w*");

  /** What words do where antigens are spoken of: a loss is no change that is found. */
  private static final Map<WordClass, Character> OF_ANTIGENS = new EnumMap<>(CODES);

  static {
    OF_ANTIGENS.put(WordClass.EXPRESSION, 'P');
    OF_ANTIGENS.put(WordClass.EXPRESSION_NOUN, 'n');
    OF_ANTIGENS.put(WordClass.EXPRESSES, 'v');
    OF_ANTIGENS.put(WordClass.NOT_EXPRESSING, 'w');
    OF_ANTIGENS.put(WordClass.LOSS, 'w');
    OF_ANTIGENS.put(WordClass.ANTIGEN, 'S');
    OF_ANTIGENS.put(WordClass.LEUKEMIC_POPULATION, 'c');
  }

  private final Map<WordClass, Character> codes;
  private final boolean ofAntigens;
  private final Phrases<WordClass> words = new Phrases<>();
  private final Set<String> genes;
  private final Phrases<String> names = new Phrases<>();
  private final Set<String> namesAlone = new HashSet<>();

  Lexer(ReportWords reportWords, List<Lesion> lesions) {
    this(reportWords, lesions, CODES);
  }

  private Lexer(ReportWords reportWords, List<Lesion> lesions, Map<WordClass, Character> codes) {
    this.codes = codes;
    this.ofAntigens = codes.equals(OF_ANTIGENS);
    this.genes = Set.copyOf(reportWords.of(WordClass.GENE));
    for (WordClass wordClass : WordClass.values()) {
      if (!wordClass.isHeading() && !wordClass.isColumn()) {
        reportWords.of(wordClass).forEach(phrase -> words.add(phrase, wordClass));
      }
    }
    for (Lesion lesion : lesions) {
      name(lesion.names());
      name(lesion.shownBy());
      name(lesion.fishNames());
      lesion.parts().forEach(part -> name(part.names()));
    }
    names.add("ph", "ph chromosome");
  }

  /** For the reports of immunophenotypes, which name no lesions. */
  static Lexer ofAntigens(ReportWords reportWords) {
    return new Lexer(reportWords, List.of(), OF_ANTIGENS);
  }

  private static void code(char code, WordClass... classes) {
    for (WordClass wordClass : classes) {
      CODES.put(wordClass, code);
    }
  }

  /** A gene with its noun is read as a gene and a noun, so that lists may share the noun. */
  private void name(List<String> phrases) {
    for (String phrase : phrases) {
      String normal = Words.normal(phrase);
      List<String> parts = List.of(normal.split(" ", -1));
      List<Atom> atoms = Atom.of(normal);
      int first = 0;
      while (first < parts.size() && isGene(parts.get(first))) {
        first++;
      }
      boolean nouns = first > 0 && first < parts.size();
      for (int index = first; nouns && index < parts.size(); index++) {
        nouns = words.at(atoms, index).isPresent();
      }
      String known = nouns ? String.join(" ", parts.subList(0, first)) : normal;
      names.add(known, known);
      namesAlone.add(known);
    }
  }

  private boolean isGene(String word) {
    return genes.contains(word) || NUMBERED_GENE.matcher(word).matches();
  }

  /** The words of a sentence, fillers left out. */
  List<WordToken> tokens(String sentence) {
    List<WordToken> tokens = new Scan(SignedWords.writtenOut(sentence)).tokens();
    return ofAntigens ? AntigenTokens.of(tokens) : FusionPartners.joined(tokens);
  }

  /** One sentence on its way into tokens. */
  private final class Scan {

    private final String text;
    private final List<Atom> atoms;
    private final boolean shouted;
    private final boolean hasChromosomes;
    private final List<WordToken> tokens = new ArrayList<>();
    private int atom;

    Scan(String text) {
      this.text = text;
      this.atoms = Atom.of(text);
      this.shouted = text.chars().noneMatch(Character::isLowerCase);
      this.hasChromosomes = Letters.hold(text, "chromosomes");
    }

    List<WordToken> tokens() {
      int index = 0;
      while (index < text.length()) {
        while (atom < atoms.size() && atoms.get(atom).end() <= index) {
          atom++;
        }
        if (text.charAt(index) == ' ') {
          index++;
          continue;
        }
        WordToken token = at(index);
        if (!token.is(WordClass.FILLER) && token.code() != ' ') {
          tokens.add(token);
        }
        index = Math.max(index + 1, token.end());
      }
      return tokens;
    }

    private WordToken at(int index) {
      boolean atWord = atom < atoms.size() && atoms.get(atom).start() == index;
      if (atWord) {
        return word(index);
      }
      boolean inWord = atom < atoms.size() && atoms.get(atom).start() < index;
      if (inWord) {
        return new WordToken(
            'u', Optional.empty(), "", Optional.empty(), index, atoms.get(atom).end());
      }
      return "<>=".indexOf(text.charAt(index)) >= 0
          ? amount(index).orElseGet(() -> sign(index))
          : sign(index);
    }

    private WordToken word(int index) {
      Optional<WordToken> place = place(index);
      if (place.isPresent()) {
        return place.get();
      }
      Optional<WordToken> fused = fused(index);
      if (fused.isPresent()) {
        return fused.get();
      }
      Optional<WordToken> phrase = phrase(index);
      if (phrase.isPresent()) {
        return phrase.get();
      }
      Atom word = atoms.get(atom);
      Optional<WordToken> other = band(word) ? found(BAND, index, 'D') : Optional.empty();
      if (other.isEmpty() && Character.isDigit(text.charAt(index))) {
        other = amount(index);
      }
      if (other.isEmpty()) {
        other = symbol(index);
      }
      return other.orElseGet(
          () ->
              new WordToken(
                  'u', Optional.empty(), word.folded(), Optional.empty(), index, word.end()));
    }

    /** A translocation, an exon or chromosome, or a change of a sequence. */
    private Optional<WordToken> place(int index) {
      char first = text.charAt(index);
      int end = atoms.get(atom).end();
      char behind = end < text.length() ? text.charAt(end) : ' ';
      if (behind == '(' || (behind == ' ' && end - index <= 4)) {
        Optional<WordToken> translocation = found(TRANSLOCATION, index, 'S');
        if (translocation.isPresent()) {
          return translocation;
        }
      }
      if (mayBePlace(first, index)) {
        Optional<WordToken> place = found(PLACE, index, 'D');
        if (place.isPresent()) {
          return place;
        }
      }
      char second = index + 1 < text.length() ? text.charAt(index + 1) : ' ';
      boolean sequence =
          behind == '.'
              || (Character.isUpperCase(first) && (Character.isDigit(second) || behind == '_'));
      return sequence ? found(SEQUENCE, index, 'D') : Optional.empty();
    }

    /** "exon 7", "chromosomes 4 and 10", "modal number of 52", "46 chromosomes". */
    private boolean mayBePlace(char first, int index) {
      return Character.isDigit(first)
          ? hasChromosomes
          : switch (first) {
            case 'e', 'E' -> text.regionMatches(true, index, "exon", 0, 4);
            case 'c', 'C' -> text.regionMatches(true, index, "chromosome", 0, 10);
            case 'm', 'M' -> text.regionMatches(true, index, "modal", 0, 5);
            default -> false;
          };
    }

    /** "9p", "17p13.1": an arm stands behind one or two signs. */
    private static boolean band(Atom word) {
      String written = word.text();
      char first = written.charAt(0);
      return (Character.isDigit(first) || first == 'X' || first == 'Y')
          && (written.indexOf('p') > 0 || written.indexOf('q') > 0);
    }

    private Optional<WordToken> found(Pattern pattern, int index, char code) {
      Matcher matcher = pattern.matcher(text).region(index, text.length());
      matcher.useAnchoringBounds(false).useTransparentBounds(true);
      if (!matcher.lookingAt()) {
        return Optional.empty();
      }
      String written = matcher.group();
      String words = Words.normal(written);
      if (pattern.equals(TRANSLOCATION)) {
        words = Words.normal(written.substring(0, written.indexOf(')') + 1));
      } else if (pattern.equals(SEQUENCE)) {
        words = words + (written.endsWith("=") || written.contains("=)") ? " silent" : " mutation");
      }
      return Optional.of(
          new WordToken(code, Optional.empty(), words, Optional.empty(), index, matcher.end()));
    }

    /** Two genes joined by a sign are one fusion, whichever they are. */
    private Optional<WordToken> fused(int index) {
      if (atom + 1 >= atoms.size()) {
        return Optional.empty();
      }
      Atom one = atoms.get(atom);
      Atom two = atoms.get(atom + 1);
      int joint = two.start() - one.end();
      char sign = text.charAt(one.end());
      boolean certain = joint == 2 && text.startsWith("::", one.end());
      boolean possible = joint == 1 && (sign == '-' || sign == '/');
      if (!certain && !possible) {
        return Optional.empty();
      }
      boolean genes = certain || (isKnownGene(one) && isKnownGene(two));
      boolean twoLesions =
          possible
              && sign == '/'
              && namesAlone.contains(one.folded())
              && namesAlone.contains(two.folded())
              && !namesAlone.contains(one.folded() + ' ' + two.folded());
      if (!genes || twoLesions) {
        return Optional.empty();
      }
      return Optional.of(
          like(
              new WordToken(
                  'S',
                  Optional.empty(),
                  one.folded() + ' ' + two.folded(),
                  Optional.empty(),
                  index,
                  two.end())));
    }

    private boolean isKnownGene(Atom gene) {
      boolean listed =
          words.at(List.of(gene), 0).filter(m -> m.meaning() == WordClass.GENE).isPresent();
      return listed || gene.isSymbol() || names.at(List.of(gene), 0).isPresent();
    }

    private Optional<WordToken> phrase(int index) {
      Optional<Phrases.Match<String>> name = names.at(atoms, atom);
      Optional<Phrases.Match<WordClass>> word = words.at(atoms, atom);
      int named = name.map(Phrases.Match::words).orElse(0);
      int said = word.map(Phrases.Match::words).orElse(0);
      if (named > 0 && named >= said) {
        return Optional.of(
            like(
                new WordToken(
                    'S',
                    Optional.empty(),
                    name.orElseThrow().meaning(),
                    Optional.empty(),
                    index,
                    atoms.get(atom + named - 1).end())));
      }
      return word.map(match -> of(match, index));
    }

    private WordToken of(Phrases.Match<WordClass> match, int index) {
      int end = atoms.get(atom + match.words() - 1).end();
      String said = Words.normal(ReportText.folded(text.substring(index, end)));
      WordClass wordClass =
          said.equals("all") && !atoms.get(atom).text().equals("ALL")
              ? WordClass.FILLER
              : match.meaning();
      char code = codes.getOrDefault(wordClass, 'U');
      WordToken token =
          new WordToken(code, Optional.of(wordClass), said, Optional.empty(), index, end);
      return code == 'S' ? like(token) : token;
    }

    private Optional<WordToken> symbol(int index) {
      Atom gene = atoms.get(atom);
      return (gene.isSymbol() && !shouted)
              || (Letters.holdDigit(gene.folded()) && SYMBOL.matcher(gene.folded()).matches())
          ? Optional.of(
              like(
                  new WordToken(
                      'S', Optional.empty(), gene.folded(), Optional.empty(), index, gene.end())))
          : Optional.empty();
    }

    /** "BCR::ABL1-like" resembles the lesion and is not the lesion. */
    private WordToken like(WordToken token) {
      int next = token.end() + 1;
      if (next >= text.length() || (text.charAt(next) != 'l' && text.charAt(next) != 'L')) {
        return token;
      }
      Matcher matcher = LIKE.matcher(text).region(token.end(), text.length());
      return matcher.lookingAt()
          ? new WordToken(
              token.code(),
              token.wordClass(),
              token.text() + " like",
              Optional.empty(),
              token.start(),
              matcher.end())
          : token;
    }

    private Optional<WordToken> amount(int index) {
      return AmountReader.at(text, index)
          .map(
              found ->
                  new WordToken(
                      'A', Optional.empty(), "", Optional.of(found.amount()), index, found.end()));
    }

    private WordToken sign(int index) {
      char character = text.charAt(index);
      char code =
          switch (character) {
            case ':', '=' -> ':';
            case ',', ';', '|' -> ',';
            case '/', '-', '(', ')', '\t', '<', '>', '&' -> character;
            case '[' -> '(';
            case ']' -> ')';
            case '.', '"', '\'', '!' -> ' ';
            case '?' -> 'U';
            default -> 'u';
          };
      boolean plus =
          character == '+' && PLUS.matcher(text).region(index, text.length()).lookingAt();
      return WordToken.sign(plus ? '+' : code, index);
    }
  }
}
