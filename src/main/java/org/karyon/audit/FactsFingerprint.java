package org.karyon.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
                                  case Amount amount -> amount.number().toString();
                                  case Term term -> term.id();
                                })));
    try {
      byte[] text = known.toString().getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("Every Java platform has SHA-256", impossible);
    }
  }
}
