package org.karyon.outcomes;

import org.apache.catalina.connector.ClientAbortException;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;

/** A client that is gone before it is answered: nobody is left to be told, and nothing is wrong. */
public final class HungUp {

  private HungUp() {}

  /**
   * Whether a failure is no more than that.
   *
   * @param failure what was thrown
   * @return true where it, or what caused it, says that nobody reads the answer
   */
  public static boolean is(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ClientAbortException
          || cause instanceof AsyncRequestNotUsableException) {
        return true;
      }
    }
    return false;
  }
}
