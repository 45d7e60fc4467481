package org.karyon.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Request;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.NioEndpoint;

/**
 * HTTP/1.1 with two limits that the container does not have: how many connections one address may
 * hold, and how long the headers of a request may take as a whole, where the container only limits
 * the time between two bytes. A connection beyond them is closed. Whoever receives is waited for
 * longer than whoever sends: a client that works on an answer of many lines takes the next ones
 * later.
 */
public final class FewConnections extends Http11NioProtocol {

  private static final Duration LOOKED_AT_EVERY = Duration.ofSeconds(1);
  private static final Duration LONGEST_UNREAD = Duration.ofSeconds(60);

  private final Endpoint endpoint;

  /** Made by the container, which has the settings by their setters. */
  public FewConnections() {
    this(new Endpoint());
  }

  private FewConnections(Endpoint endpoint) {
    super(endpoint);
    this.endpoint = endpoint;
  }

  /**
   * Sets how many connections one address may hold.
   *
   * @param connections 0 for any number
   */
  public void setConnectionsPerAddress(int connections) {
    endpoint.perAddress = connections;
  }

  /**
   * Sets how long the headers of a request may take.
   *
   * @param milliseconds from the first byte to the last
   */
  public void setHeaderDeadline(long milliseconds) {
    endpoint.headerNanos = TimeUnit.MILLISECONDS.toNanos(milliseconds);
  }

  @Override
  public void start() throws Exception {
    super.start();
    var unused =
        getUtilityExecutor()
            .scheduleWithFixedDelay(
                endpoint::closeSlowOnes,
                LOOKED_AT_EVERY.toMillis(),
                LOOKED_AT_EVERY.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  private static final class Endpoint extends NioEndpoint {

    private volatile int perAddress;
    private volatile long headerNanos = Long.MAX_VALUE;

    @Override
    protected boolean setSocketOptions(SocketChannel socket) {
      if (isFewEnough(socket)) {
        boolean taken = super.setSocketOptions(socket);
        Optional.ofNullable(connections.get(socket))
            .ifPresent(wrapper -> wrapper.setWriteTimeout(LONGEST_UNREAD.toMillis()));
        return taken;
      }
      // The container only closes what it has taken up.
      countDownConnection();
      try {
        socket.close();
      } catch (IOException closed) {
        return false;
      }
      return false;
    }

    private boolean isFewEnough(SocketChannel socket) {
      Optional<InetAddress> address = address(socket);
      if (perAddress <= 0 || address.isEmpty()) {
        return true;
      }
      long held =
          connections.keySet().stream().filter(other -> address.equals(address(other))).count();
      return held < perAddress;
    }

    private static Optional<InetAddress> address(SocketChannel socket) {
      try {
        return socket.getRemoteAddress() instanceof InetSocketAddress remote
            ? Optional.of(remote.getAddress())
            : Optional.empty();
      } catch (IOException closed) {
        return Optional.empty();
      }
    }

    private void closeSlowOnes() {
      long now = System.nanoTime();
      connections.forEach(
          (socket, wrapper) -> {
            if (wrapper.getCurrentProcessor() instanceof AbstractProcessor processor
                && isSlow(processor.getRequest(), now)) {
              wrapper.close();
            }
          });
    }

    /** The container knows the port that was called once all headers were read. */
    private boolean isSlow(Request request, long now) {
      return request.getServerPort() < 0
          && request.getStartTimeNanos() >= 0
          && now - request.getStartTimeNanos() > headerNanos;
    }
  }
}
