package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.karyon.iscn.features.BandRule;
import org.karyon.iscn.features.FishRule;
import org.karyon.iscn.grammar.ProbeNames;
import org.karyon.iscn.model.ChromosomeArms;
import org.karyon.iscn.report.Feature;
import org.karyon.iscn.text.TabSeparated;

/** The tables of bands and probes are complete and name only what exists. */
class TablesTest {

  @Test
  void everyBandOfARuleExists() {
    for (BandRule rule : BandRule.all()) {
      assertThat(rule.operations()).as(rule.reading()).isNotEmpty();
      assertThat(rule.bands())
          .as(rule.reading())
          .allSatisfy(
              band -> {
                assertThat(band.chromosome().isKnown()).isTrue();
                assertThat(ChromosomeArms.has(band.chromosome(), band.band())).isTrue();
              });
    }
  }

  @Test
  void everyChromosomeHasItsArms() {
    List<String> chromosomes =
        TabSeparated.rows("chromosome-arms.tsv", 3).stream().map(row -> row[0]).toList();

    assertThat(chromosomes).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void everyPatternOfFishIsUsedAndEveryProbeHasItsCurrentName() {
    Set<FishRule.Pattern> used =
        FishRule.byProbe().values().stream()
            .flatMap(List::stream)
            .map(FishRule::pattern)
            .collect(Collectors.toSet());

    assertThat(used).containsExactlyInAnyOrder(FishRule.Pattern.values());
    assertThat(FishRule.byProbe().keySet())
        .allSatisfy(probe -> assertThat(ProbeNames.current(probe)).isEqualTo(probe));
  }

  @Test
  void everyFeatureIsReported() {
    Set<Feature> all = EnumSet.allOf(Feature.class);

    assertThat(GuidelineKaryotypes.read("46,XX[20]").features().keySet())
        .containsExactlyElementsOf(all.stream().map(Feature::id).toList());
  }

  @Test
  void aliasesOfProbesAreReplaced() {
    assertThat(ProbeNames.current("MLL")).isEqualTo("KMT2A");
    assertThat(ProbeNames.current("TEL")).isEqualTo("ETV6");
    assertThat(ProbeNames.current("AML1")).isEqualTo("RUNX1");
    assertThat(ProbeNames.current("E2A")).isEqualTo("TCF3");
    assertThat(ProbeNames.current("p53")).isEqualTo("TP53");
    assertThat(ProbeNames.current("D17Z1")).isEqualTo("CEP17");
    assertThat(ProbeNames.current("cMYC")).isEqualTo("MYC");
    assertThat(ProbeNames.current("RUNX1")).isEqualTo("RUNX1");
  }
}
