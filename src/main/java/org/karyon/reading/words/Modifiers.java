package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.karyon.guideline.WordClass;

/**
 * Gathers the words of a clause that only modify its answer: amounts, cut-offs, the reach of the
 * assay, methods, samples. What remains must be a complete statement.
 */
final class Modifiers {

  private static final String OPEN = "\\(?[,:]?[oi]*";

  /**
   * What is gathered to one phrase.
   *
   * @param needs letters that every such part of a clause holds; most clauses lack some
   * @param pattern the letters of the part
   * @param to what it becomes
   */
  record Rule(String needs, Pattern pattern, Function<List<Phrase>, List<Phrase>> to) {

    boolean mayApplyTo(String codes) {
      for (int index = 0; index < needs.length(); index++) {
        if (codes.indexOf(needs.charAt(index)) < 0) {
          return false;
        }
      }
      return true;
    }
  }

  static final List<Rule> RULES =
      List.of(
          rule("<A", "<A", parts -> compared(parts, "<")),
          rule(">A", ">A", parts -> compared(parts, ">")),
          rule("<R", "[(,]*[oi]*<[oi]?R(?:[:oi(,]*A)?\\)?", Modifiers::undetectable),
          rule(">R", "[(,]*[oi]*>[oi]?R(?:[:oi(,]*A)?\\)?", Modifiers::countless),
          rule("RA", OPEN + "R[:oi,(]*A[c]*(?:oA?c+)?\\)?", Modifiers::reach),
          rule("AR", OPEN + "A[o(]?R\\)?", Modifiers::reach),
          rule("<L", OPEN + "<[oi]?L(?:[:o(]*A[ocM]*)?\\)?", parts -> limit(parts, true)),
          rule("<AL", OPEN + "<A[o(]?L\\)?", parts -> limit(parts, true)),
          rule(">L", OPEN + ">[oi]?L(?:[:o(]*A[ocM]*)?\\)?", parts -> limit(parts, false)),
          rule("L", OPEN + "L[:oi(]*(?:A[ocM]*|xP|N:?A?[oc]*)\\)?", parts -> limit(parts, false)),
          rule("(AL)", "\\(A[o]?L\\)", parts -> limit(parts, false)),
          rule("(A)", "(?<=A[^(]{0,12})\\([NP]:?A[oc]*\\)", parts -> limit(parts, false)),
          rule("(N:)", "\\(N:(?:xP|N|A[oc]*)\\)", parts -> limit(parts, false)),
          rule("hA", OPEN + "h[:oi(]*A\\)?", Modifiers::alleles),
          rule("Ah", OPEN + "A[(]?h\\)?", Modifiers::alleles),
          rule("c:A", "c+:A(?![oc])", Modifiers::amounts),
          rule(
              "A",
              "[oi]*A(?:\\([oi]*A(?:o?q*[cs]+)*\\))?(?:o?q*[cs]+)*(?:,?oAq*[cs]*)?",
              Modifiers::amounts),
          rule("c", "[oi]+q*c+", parts -> List.of(modifier(parts, Modifier.NONE))),
          rule("M()", "(?<=M)\\([S/]+\\)", parts -> List.of(modifier(parts, Modifier.NONE))),
          rule(":D", "^[nqp]+:(?=[^:]*D)", parts -> List.of(modifier(parts, Modifier.NONE))),
          rule("q:", "^q+:", parts -> List.of(modifier(parts, Modifier.NONE))),
          rule("mf", "^m+(?:[,/&-]m+)*f", Modifiers::method),
          rule("()", "\\([,oi]*(?:[mcsq][,/&-]?)+\\)", Modifiers::method),
          rule("miSp", "mi[qD]*S(?:[SDq/,&-])*[qD]*p(?=[^:]*S)", Modifiers::method),
          rule("m", "[oi]*q*m(?:[,/&-]?q*m)*(?:o?s)*", Modifiers::method),
          rule(
              "s",
              "\\(?[oi]*q*s(?:[,/&o-]*s)*\\)?",
              parts -> List.of(modifier(parts, Modifier.NONE))),
          rule(
              "g",
              "(?<=.)[(,-]*g+(?:[,&-]g+)*\\)?",
              parts -> List.of(modifier(parts, Modifier.NONE))),
          rule("g", "^g+(?=.)", parts -> List.of(modifier(parts, Modifier.NONE))),
          rule(
              "(n)",
              "(?<=[PN]|[PN]M)\\([MSDq,n#]*[M#][MSDq,n#]*n[MSDqn,#]*\\)",
              parts -> List.of(modifier(parts, Modifier.NONE))),
          rule("(M)", "\\(M(?:[,&|/-]?M)*\\)", parts -> List.of(merged(parts))),
          rule("M", "M(?:[,&|/-]*M)+", parts -> List.of(merged(parts))),
          rule("(M)", "\\(M\\)", parts -> List.of(merged(parts))),
          rule("M", "M(?:[,&|/-]*M)+", parts -> List.of(merged(parts))));

  private Modifiers() {}

  private static Rule rule(String needs, String pattern, Function<List<Phrase>, List<Phrase>> to) {
    return new Rule(needs, Pattern.compile(pattern), to);
  }

  /** The clause with its modifiers gathered. */
  static List<Phrase> gathered(List<WordToken> tokens) {
    List<Phrase> phrases = tokens.stream().map(Phrase::of).toList();
    String codes = codes(phrases);
    for (Rule rule : RULES) {
      if (rule.mayApplyTo(codes)) {
        Matcher matcher = rule.pattern().matcher(codes);
        if (matcher.find()) {
          phrases = applied(rule, matcher, phrases);
          codes = codes(phrases);
        }
      }
    }
    return phrases;
  }

  /** The letters of a clause. */
  static String codes(List<Phrase> phrases) {
    StringBuilder codes = new StringBuilder(phrases.size());
    phrases.forEach(phrase -> codes.append(phrase.code()));
    return codes.toString();
  }

  private static List<Phrase> applied(Rule rule, Matcher matcher, List<Phrase> phrases) {
    List<Phrase> applied = new ArrayList<>();
    int last = 0;
    do {
      applied.addAll(phrases.subList(last, matcher.start()));
      applied.addAll(rule.to().apply(phrases.subList(matcher.start(), matcher.end())));
      last = matcher.end();
    } while (matcher.find());
    applied.addAll(phrases.subList(last, phrases.size()));
    return applied;
  }

  private static Phrase modifier(List<Phrase> parts, Modifier modifier) {
    return new Phrase(
        'M', parts.stream().flatMap(part -> part.tokens().stream()).toList(), modifier);
  }

  private static Phrase merged(List<Phrase> parts) {
    return modifier(
        parts, parts.stream().map(Phrase::modifier).reduce(Modifier.NONE, Modifier::and));
  }

  private static List<WordedAmount> amountsOf(List<Phrase> parts) {
    return parts.stream()
        .flatMap(part -> part.tokens().stream())
        .flatMap(token -> token.amount().stream())
        .toList();
  }

  private static Optional<WordedAmount> amountOf(List<Phrase> parts) {
    return amountsOf(parts).stream().findFirst();
  }

  private static List<Phrase> compared(List<Phrase> parts, String comparator) {
    WordToken token = parts.get(1).tokens().get(0);
    String sign = parts.get(0).tokens().get(0).text().equals("at least") ? ">=" : comparator;
    return List.of(
        Phrase.of(
            new WordToken(
                'A',
                Optional.empty(),
                token.text(),
                token.amount().map(amount -> amount.compared(sign)),
                token.start(),
                token.end())));
  }

  private static List<Phrase> undetectable(List<Phrase> parts) {
    boolean quantified =
        parts.stream()
            .flatMap(part -> part.tokens().stream())
            .anyMatch(token -> token.text().matches(".*(?:quantif|quantit|loq).*"));
    if (quantified) {
      // What cannot be counted may still be there.
      return List.of(
          amountOf(parts)
              .map(amount -> modifier(parts, Modifier.found(amount.compared("<"))))
              .orElseGet(() -> new Phrase('#', List.of(), Modifier.NONE)));
    }
    return List.of(
        new Phrase('N', List.of(), Modifier.NONE),
        modifier(parts, Modifier.reach(amountOf(parts))));
  }

  private static List<Phrase> countless(List<Phrase> parts) {
    return List.of(
        new Phrase('P', List.of(), Modifier.NONE),
        modifier(parts, Modifier.reach(amountOf(parts))));
  }

  private static List<Phrase> reach(List<Phrase> parts) {
    return List.of(modifier(parts, Modifier.reach(amountOf(parts))));
  }

  private static List<Phrase> limit(List<Phrase> parts, boolean below) {
    return List.of(modifier(parts, Modifier.limit(amountOf(parts), below)));
  }

  private static List<Phrase> alleles(List<Phrase> parts) {
    return List.of(modifier(parts, amountOf(parts).map(Modifier::alleles).orElse(Modifier.NONE)));
  }

  private static List<Phrase> amounts(List<Phrase> parts) {
    boolean at =
        parts.stream()
            .flatMap(part -> part.tokens().stream())
            .anyMatch(token -> token.is(WordClass.WITH) && token.text().equals("at"));
    boolean banded =
        parts.stream()
            .flatMap(part -> part.tokens().stream())
            .anyMatch(token -> token.is(WordClass.METAPHASES));
    boolean counted =
        parts.stream()
            .flatMap(part -> part.tokens().stream())
            .anyMatch(token -> token.code() == 'c');
    List<WordedAmount> amounts = amountsOf(parts);
    if (!counted && amounts.stream().anyMatch(amount -> amount.form() == WordedAmount.Form.COUNT)) {
      // A number of nothing may be a year, an exon or a dose.
      return List.of(new Phrase('#', modifier(parts, Modifier.NONE).tokens(), Modifier.NONE));
    }
    Modifier modifier = Modifier.method(banded, false);
    for (WordedAmount amount : amounts) {
      modifier = modifier.and(role(amount, at, banded));
    }
    return List.of(modifier(parts, modifier));
  }

  private static Modifier role(WordedAmount amount, boolean at, boolean banded) {
    if (amount.form() == WordedAmount.Form.COUNT) {
      return banded ? Modifier.NONE : Modifier.examined(amount);
    }
    return at ? Modifier.at(amount) : Modifier.found(amount);
  }

  private static List<Phrase> method(List<Phrase> parts) {
    boolean banding = false;
    boolean molecular = false;
    for (Phrase part : parts) {
      for (WordToken token : part.tokens()) {
        banding |= token.is(WordClass.BANDING) || token.is(WordClass.METAPHASES);
        molecular |= token.is(WordClass.METHOD) || token.is(WordClass.CELLS);
      }
    }
    return List.of(modifier(parts, Modifier.method(banding, molecular)));
  }
}
