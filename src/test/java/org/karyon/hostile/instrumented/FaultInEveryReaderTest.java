package org.karyon.hostile.instrumented;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every method of the readers is made to fail: when it is handed a certain resource, this resource
 * is left out and named, and all others are read; when it fails whatever it is handed, what it was
 * to read is named, or there is no answer.
 */
@Tag("hostile")
class FaultInEveryReaderTest {

  private static final int FEWEST_PLACES = 400;

  @TempDir private Path folder;

  @Test
  void aFaultCostsItsResourceWhateverReaderItIsIn() throws Exception {
    List<String> lines = new CountedJvm(folder).run(FaultAgent.class, List.of(), FaultRun.class);

    assertThat(lines).noneMatch(line -> line.matches("(?:UNNAMED|COSTS ALL|PASSED OVER) .*"));
    assertThat(lines.getLast()).startsWith("places: ");
    assertThat(Integer.parseInt(lines.getLast().split("[ ,]")[1])).isGreaterThan(FEWEST_PLACES);
    System.out.println(lines.getLast());
  }
}
