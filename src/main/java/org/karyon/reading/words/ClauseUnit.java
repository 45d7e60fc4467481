package org.karyon.reading.words;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One complete statement of the grammar of clauses: a pattern over the letters of phrases, with the
 * groups that tell its parts.
 *
 * @param pattern the pattern
 * @param groups the names of its groups
 */
record ClauseUnit(Pattern pattern, List<String> groups) {

  private static final String ITEM =
      "q*(?:z(?=S))?(?:[np]+M?[ofi]*)?q*(?:D\\(S\\)|S)(?:M?\\([SDqnp#,/&|:M-]*\\)|[SDq]|-(?=[Sn])|(?<=S)M(?=[np]))*(?:z(?=n|M*:))?"
          + "[np]*(?:(?:,?[&|]|/)q*[np]+(?![np]*[ofi]*S))*(?:M?\\([SDqnp,/&|:M-]*\\))?(?:[,:-]?[DqMn]*D)?(?:[oi]D)?[np]*(?:iq*[np]+(?![ofi]*S))?";
  private static final String LIST = ITEM + "(?:(?:,?[&|]|[,/])" + ITEM + ")*";
  private static final String NO = "(?:xP|N|w[eo]*q*(?:[np]+(?:,?[|&/,]q*[np]+)*)?P?)";
  private static final String ANSWER = "(?:P+|" + NO + ")";
  private static final String TAIL =
      "(?:M*:(?=M))?(?:M*\\((?<behind>[SDqn,-]+)\\))?(?:M*[,:(-]?(?<second>"
          + ANSWER
          + ")\\)?)?M*(?:,?[vy]e?q*[np]+M*)?";

  static final List<ClauseUnit> ALL =
      List.of(
          unit(
              "M?(?<list>"
                  + LIST
                  + ")M*[:\\t-]*\\t*M*v?M*\\(?(?<answer>"
                  + ANSWER
                  + ")\\)?"
                  + TAIL),
          unit(
              "M?(?<list>"
                  + LIST
                  + ")M*(?<shown>v)q*[np]+M*(?:,?v[eo]*q*(?:[np]+[of])?S?[np]*M*)?"),
          unit("M?(?<answer>P+|N+|N?wP?)M*f(?<list>" + LIST + ")(?:[:-](?=M))?M*"),
          unit("M?(?<answer>NP)M*[fi](?<list>" + LIST + ")M*"),
          unit("M?(?<answer>N)[fi](?<list>" + LIST + ")M*P?M*"),
          unit(
              "M?(?:q*[np]+)?(?<answer>"
                  + ANSWER
                  + ")q*[np]*M*:(?<list>"
                  + LIST
                  + ")M*(?:(?<second>P)M*)?"),
          unit("M*v?(?<without>w)[eo]*M?(?:q*[np]+P?M*[foi])?(?<list>" + LIST + ")M*(?<seen>P?)M*"),
          unit("M*(?:[zc]+M*)?v(?<denied>w?)[eo]*f?(?<list>" + LIST + ")M*"),
          unit("M*(?:q*[np]+(?:[oi]D)?M*,?)?(?<suggests>y)[eo]*(?<list>" + LIST + ")M*"),
          unit("M?(?<list>" + LIST + ")M*[:\\t-]?M+"),
          unit("M?(?<list>" + LIST + ")M*[:\\t-](?:q*n+M+|M+iq*n+M*)"),
          unit("M?(?<list>" + LIST + ")M*"),
          unit("i(?<list>" + ITEM + ")M*"),
          unit("M?(?<list>" + ITEM + ")-?(?<disease>[PN])z+M*"),
          unit(
              "M*(?:q*[np]+M*[:-]?)?v?M*(?<answer>"
                  + ANSWER
                  + ")(?:[foi]q*[np]+)?M*(?:[:,(-]*D\\)?M*)*"
                  + TAIL),
          unit("M*q*[np]*[oi:]?D(?:[:,(-]*D\\)?)*[np]*M*(?:[:-]?(?<answer>P+|xP)M*)?"),
          unit("[Mq]+"));

  static final ClauseUnit WHOLE =
      unit(
          "M?(?:(?<answer>P)(?<list>"
              + LIST
              + ")|(?<answered>P|xP|N)\\((?<part>"
              + ITEM
              + ")\\))M*");

  boolean has(String group) {
    return groups.contains(group);
  }

  /** Whether the letter is there without which it cannot be. */
  boolean mayBe(String codes) {
    return (!has("suggests") || codes.indexOf('y') >= 0)
        && (!has("without") || codes.indexOf('w') >= 0)
        && (!(has("denied") || has("shown")) || codes.indexOf('v') >= 0)
        && (!has("disease") || codes.indexOf('z') >= 0);
  }

  private static ClauseUnit unit(String pattern) {
    List<String> groups = new ArrayList<>();
    for (String group :
        List.of(
            "list",
            "answer",
            "second",
            "without",
            "seen",
            "denied",
            "suggests",
            "disease",
            "behind",
            "part")) {
      if (pattern.contains("(?<" + group + ">")) {
        groups.add(group);
      }
    }
    return new ClauseUnit(Pattern.compile(pattern), groups);
  }
}
