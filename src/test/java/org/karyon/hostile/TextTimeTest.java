package org.karyon.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.ProcessorTime;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;
import org.karyon.hostile.instrumented.Attack;

/**
 * As much hostile text as is read of one request is answered within two seconds of a processor,
 * from the body to the cards, whatever is repeated in whichever place, in few long texts or in many
 * short ones. {@code -Dkaryon.texts=1} runs all attacks instead of some; the seed is printed.
 *
 * <p>The time is that of the thread, which does not depend on who else is at work: with a processor
 * for each of two requests it is what their senders wait.
 */
@Tag("hostile")
class TextTimeTest {

  private static final int EVERY = Integer.getInteger("karyon.texts", 40);
  private static final long SEED = Long.getLong("karyon.seed", System.nanoTime());
  private static final Duration LATEST = Duration.ofSeconds(2);

  /** Twice what is read. */
  private static final int CHARACTERS = 240_000;

  private static final List<Integer> LENGTHS = List.of(80_000, 2_000, 45);
  private static final Pipeline PIPELINE = new Pipeline(new BenchPatient(0, true, "patient-view"));

  private record Taken(Duration time, String what) {}

  private static Duration answer(byte[] request) {
    return ProcessorTime.of(() -> assertThat(PIPELINE.answer(request)).isNotEmpty());
  }

  @Test
  void noHostileTextTakesTwoSeconds() {
    System.out.println("seed " + SEED);
    Random random = new Random(SEED);
    // As a service does before it is ready.
    for (String piece : Attack.PIECES.subList(0, 30)) {
      answer(new Attack(Attack.PLACES.getFirst(), piece).ofTexts(3, 500));
    }
    List<Taken> all = new ArrayList<>();
    for (String place : Attack.PLACES) {
      for (String piece : Attack.PIECES) {
        if (random.nextInt(EVERY) == 0) {
          int length = LENGTHS.get(random.nextInt(LENGTHS.size()));
          byte[] request = new Attack(place, piece).ofTexts(CHARACTERS / length, length);
          // What was slow because it was the first of its kind is not so again.
          Duration time = answer(request);
          all.add(
              new Taken(
                  time.compareTo(LATEST) > 0 ? answer(request) : time,
                  length + " characters of <" + piece.strip() + "> at " + place));
        }
      }
    }

    Taken slowest = all.stream().max(Comparator.comparing(Taken::time)).orElseThrow();
    System.out.println(all.size() + " attacks, the slowest " + slowest);
    assertThat(slowest.time()).as(slowest.what()).isLessThan(LATEST);
  }
}
