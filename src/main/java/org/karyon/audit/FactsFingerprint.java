package org.karyon.audit;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.TreeMap;
import org.karyon.facts.Amount;
import org.karyon.facts.PatientFacts;
import org.karyon.facts.Term;

/**
 * Tells whether two decisions rested on the same facts, without telling the facts: SHA-256 over the
 * known ones in the order of their ids.
 */
final class FactsFingerprint {

  private FactsFingerprint() {}

  static String of(PatientFacts facts) {
    TreeMap<String, String> known = new TreeMap<>();
    facts
        .all()
        .forEach(
            (fact, finding) ->
                finding
                    .value()
                    .ifPresent(
                        value ->
                            known.put(
                                fact.id(),
                                switch (value) {
                                  case Amount amount ->
                                      amount.number().stripTrailingZeros().toPlainString();
                                  case Term term -> term.id();
                                })));
    return Hashing.sha256().hashString(known.toString(), StandardCharsets.UTF_8).toString();
  }
}
