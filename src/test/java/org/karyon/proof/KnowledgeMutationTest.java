package org.karyon.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.KnowledgeMutant;
import org.karyon.guideline.yaml.KnowledgeTrees;

/**
 * Every small change of the guideline folder is refused by its loader or noticed by a case or a
 * table; what nobody would notice is knowledge that nothing pins. A sample is tried in each build,
 * all of them with {@code mvn verify -Pmutation}.
 */
@Tag("slow")
class KnowledgeMutationTest {

  private static final long SEED = 20261123;
  private static final int SAMPLE = Integer.getInteger("trial.mutants", 100);
  private static final String ONLY = System.getProperty("trial.mutants.of", "");

  /** An earlier guideline folder, whose changes are left out; empty for none. */
  private static final String SINCE = System.getProperty("trial.mutants.since", "");

  @Test
  void everyChangeOfTheKnowledgeIsNoticed() throws IOException {
    KnowledgeTrees trees = KnowledgeTrees.of(GuidelineFolder.builtIn());
    Proof proof = new Proof(trees.guideline());
    EquivalentMutants equivalent = EquivalentMutants.read();
    MutationReport report = new MutationReport();
    for (KnowledgeMutant mutant : drawn(trees.mutants())) {
      Optional<Guideline> changed = trees.load(mutant);
      if (changed.isEmpty()) {
        report.refused(mutant);
      } else if (equivalent.reason(mutant).isPresent()) {
        report.equivalent(mutant, equivalent.reason(mutant).get());
      } else {
        report.tried(mutant, proof.noticed(mutant, changed.get()));
      }
    }
    Files.createDirectories(Path.of("target"));
    Files.writeString(Path.of("target/knowledge-mutation.md"), report.markdown());
    assertThat(report.survivors())
        .as("changes of the knowledge that no case and no table notices; write the case")
        .isEmpty();
    if (SAMPLE == 0 && ONLY.isEmpty() && SINCE.isEmpty()) {
      assertThat(report.equivalentShare()).as("share of equivalent changes").isLessThan(0.02);
      assertThat(equivalent.unused()).as("equivalent changes that no longer exist").isEmpty();
    }
  }

  private static List<KnowledgeMutant> drawn(List<KnowledgeMutant> all) {
    Set<String> known =
        SINCE.isEmpty() ? Set.of() : KnowledgeTrees.changesOf(GuidelineFolder.at(Path.of(SINCE)));
    List<KnowledgeMutant> drawn =
        new ArrayList<>(
            all.stream()
                .filter(m -> m.path().startsWith(ONLY) && !known.contains(m.name()))
                .toList());
    if (SAMPLE > 0) {
      Collections.shuffle(drawn, new Random(SEED));
      return drawn.subList(0, Math.min(SAMPLE, drawn.size()));
    }
    return drawn;
  }
}
