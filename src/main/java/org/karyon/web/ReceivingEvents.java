package org.karyon.web;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.ReadListener;
import java.io.IOException;

/** What can happen while a body is received, from both of the container's interfaces. */
abstract class ReceivingEvents implements ReadListener, AsyncListener {

  /** The time for the whole body is over. */
  abstract void late() throws IOException;

  /** The client is gone, or what it sends is not HTTP. */
  abstract void broken();

  /** The same, where the container ends the request by itself. */
  abstract void brokenOff();

  /** The request is answered, or given up. */
  abstract void over();

  @Override
  public final void onTimeout(AsyncEvent event) throws IOException {
    late();
  }

  @Override
  public final void onError(Throwable failure) {
    broken();
  }

  @Override
  public final void onComplete(AsyncEvent event) {
    over();
  }

  @Override
  public final void onError(AsyncEvent event) {
    // The container completes the request.
    brokenOff();
  }

  @Override
  public final void onStartAsync(AsyncEvent event) {
    event.getAsyncContext().addListener(this);
  }
}
