package org.karyon.iscn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.karyon.iscn.report.ChromosomeCopies;
import org.karyon.iscn.report.ChromosomeCopies.Break;
import org.karyon.iscn.report.CountRange;

/** What is drawn of a clone: every chromosome with its copies and the places where it is broken. */
class ClonePictureTest {

  private static ChromosomeCopies drawn(String text, String chromosome) {
    return GuidelineKaryotypes.read(text).clones().getLast().picture().stream()
        .filter(copies -> copies.chromosome().equals(chromosome))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void everyChromosomeIsDrawnWithItsCopies() {
    assertThat(GuidelineKaryotypes.read("47,XY,+8,-9,+mar[20]").clones().getLast().picture())
        .hasSize(24);
    assertThat(drawn("47,XY,+8[20]", "8").copies()).isEqualTo(CountRange.of(3));
    assertThat(drawn("47,XY,+8[20]", "Y").copies()).isEqualTo(CountRange.of(1));
  }

  @Test
  void aBreakStandsAtItsBandOnItsChromosomeAlone() {
    String philadelphia = "46,XX,t(9;22)(q34;q11.2)[20]";

    assertThat(drawn(philadelphia, "9").breaks())
        .containsExactly(new Break(true, "q34", 34.0, "t"));
    assertThat(drawn(philadelphia, "22").breaks())
        .containsExactly(new Break(true, "q11.2", 11.2, "t"));
    assertThat(drawn(philadelphia, "8").breaks()).isEmpty();
    assertThat(drawn("46,XX,del(6)(p21)[20]", "6").breaks())
        .containsExactly(new Break(false, "p21", 21.0, "del"));
  }

  @Test
  void aClonePassesItsBreaksOn() {
    assertThat(drawn("46,XX,t(9;22)(q34;q11.2)[10]/47,idem,+8[10]", "9").breaks())
        .containsExactly(new Break(true, "q34", 34.0, "t"));
  }
}
