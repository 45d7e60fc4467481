package org.karyon.outcomes;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process when memory is used up, wherever that is noticed: after an {@link
 * OutOfMemoryError} any thread may be gone, and only what started the process can begin anew. The
 * container's {@code -XX:+ExitOnOutOfMemoryError} does the same earlier; this holds without it.
 */
public final class OutOfMemory {

  /** The exit code, which {@code ExitOnOutOfMemoryError} uses as well. */
  public static final int EXIT_CODE = 3;

  private static final int DEEPEST = 50;

  /** Made at start, because nothing can be made when it is needed. */
  private static final byte[] MESSAGE =
      "Memory is used up; the process ends so that it can be started anew.\n"
          .getBytes(StandardCharsets.UTF_8);

  private OutOfMemory() {}

  /** Watches over every thread that nobody else watches over. */
  public static void watch() {
    Optional<Thread.UncaughtExceptionHandler> before =
        Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler());
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, failure) -> {
          endOn(failure);
          before.ifPresentOrElse(
              handler -> handler.uncaughtException(thread, failure),
              // The message may quote the record, so only the kind is written.
              () -> System.err.println("A thread ended by " + failure.getClass().getName()));
        });
  }

  /**
   * Ends the process when a failure is, or comes from, memory that is used up.
   *
   * @param failure what was caught
   */
  public static void endOn(@Nullable Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof OutOfMemoryError) {
        System.err.write(MESSAGE, 0, MESSAGE.length);
        System.err.flush();
        Runtime.getRuntime().halt(EXIT_CODE);
      }
      cause = cause.getCause();
    }
  }
}
