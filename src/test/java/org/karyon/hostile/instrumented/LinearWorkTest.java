package org.karyon.hostile.instrumented;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Twice the text, or twice the resources, is at most 2.3 times the work from the body to the cards:
 * in every place from which text is taken, for every piece of text that might be gone over again.
 * Counted are rounds of loops, calls, the characters that patterns look at, and memory. {@code
 * -Dkaryon.growth.every=1} runs all attacks instead of some.
 */
@Tag("hostile")
class LinearWorkTest {

  private static final int EVERY = Integer.getInteger("karyon.growth.every", 30);

  @TempDir private Path folder;

  @Test
  void twiceTheTextIsTwiceTheWork() throws Exception {
    List<String> lines =
        new CountedJvm(folder)
            .run(
                CountingAgent.class,
                List.of("Work.class", "Work$Counted.class"),
                GrowthRun.class,
                Integer.toString(EVERY),
                Long.toString(Math.floorMod(System.nanoTime(), EVERY)));

    assertThat(lines)
        .noneMatch(line -> line.startsWith("GROWS"))
        .noneMatch(line -> line.contains("Unforeseen"));
    assertThat(lines.getLast()).startsWith("attacks: ");
    System.out.println(lines.getLast());
  }
}
