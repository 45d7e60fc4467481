package org.karyon.hostile.instrumented;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.karyon.bench.BenchPatient;
import org.karyon.bench.Pipeline;

/**
 * Answers requests of one length and of twice the length, in a virtual machine that counts, and
 * writes a line for each that takes more than its share.
 */
public final class GrowthRun {

  /** Twice the length; the rest is for what is doubled in steps. */
  private static final double MOST = 2.3;

  /**
   * Less than this is no burden, however it grows. The clones of one karyotype, of which sixty are
   * read, are each compared with the others.
   */
  private static final long LITTLE = 300_000;

  /** Where more populations of nuclei stand than are read, the text is read in another way. */
  private static final long LITTLE_MEMORY = 25 * LITTLE;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final Pipeline PIPELINE = new Pipeline(new BenchPatient(0, true, "patient-view"));

  private GrowthRun() {}

  private record Counts(long steps, long characters, long bytes) {}

  /**
   * Runs every {@code args[0]}-th attack, beginning with {@code args[1]}, or those with the piece
   * {@code args[2]}.
   */
  public static void main(String[] args) {
    int every = Integer.parseInt(args[0]);
    int number = Integer.parseInt(args[1]);
    int run = 0;
    counts(new Attack(Attack.PLACES.getFirst(), "x").ofLength(100));
    for (String place : Attack.PLACES) {
      for (String piece : Attack.PIECES) {
        if (args.length > 2 ? !piece.equals(args[2]) : number++ % every != 0) {
          continue;
        }
        Attack attack = new Attack(place, piece);
        judge(attack, "characters", attack::ofLength, 900);
        judge(attack, "characters", attack::ofLength, 8_000);
        run++;
      }
      for (String piece :
          args.length > 2
              ? List.<String>of()
              : List.of("1,", "MRD 0.01% ", "BCR::ABL1 positive ")) {
        Attack attack = new Attack(place, piece);
        judge(attack, "resources", attack::ofResources, 150);
      }
    }
    System.out.println("attacks: " + run);
  }

  private static void judge(Attack attack, String of, IntFunction<byte[]> request, int length) {
    Counts none = counts(request.apply(of.equals("resources") ? 0 : 1));
    Counts once = counts(request.apply(length));
    Counts twice = counts(request.apply(2 * length));
    List<String> wrong = new ArrayList<>();
    judge("steps", LITTLE, none.steps(), once.steps(), twice.steps(), wrong);
    judge("characters", LITTLE, none.characters(), once.characters(), twice.characters(), wrong);
    judge("bytes", LITTLE_MEMORY, none.bytes(), once.bytes(), twice.bytes(), wrong);
    if (!wrong.isEmpty()) {
      System.out.println(
          "GROWS "
              + 2 * length
              + ' '
              + of
              + " of <"
              + attack.piece().strip()
              + "> "
              + wrong
              + " at "
              + attack.place());
    }
  }

  private static void judge(
      String what, long little, long none, long once, long twice, List<String> wrong) {
    double growth = (double) (twice - none) / Math.max(little, once - none);
    if (growth > MOST) {
      wrong.add("%s %d, %d: x%.2f".formatted(what, once - none, twice - none, growth));
    }
  }

  private static Counts counts(byte[] request) {
    Work.begin();
    long thread = Thread.currentThread().threadId();
    long before = THREADS.getThreadAllocatedBytes(thread);
    PIPELINE.answer(request);
    return new Counts(
        Work.steps(), Work.characters(), THREADS.getThreadAllocatedBytes(thread) - before);
  }
}
