package org.karyon.web;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.function.Function;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.karyon.outcomes.Outcomes;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;

/**
 * Receives the whole body of a request before anything is done with it, without a thread that waits
 * for it: whoever sends slowly holds nothing but a connection, and that not for long. A body that
 * is too large, too slow, or more than there is room for is answered at once; what its sender still
 * sends is read and thrown away for a moment, because a connection that is closed on somebody who
 * sends loses the answer.
 */
public final class BodyReceipt implements Filter {

  /** Marks a request whose body broke off, which the container takes for a failure of its own. */
  static final String BROKEN = BodyReceipt.class.getName() + ".broken";

  private static final String RECEIVED = BodyReceipt.class.getName() + ".received";

  private final int mostBytes;
  private final Duration deadline;
  private final BytesInFlight room;
  private final Function<byte[], String> advice;

  /**
   * Sets the limits.
   *
   * @param mostBytes the size of the largest body
   * @param deadline how long the whole body may take
   * @param room how much may be held at the same time
   * @param advice what to do about a body of which only the beginning was received
   */
  public BodyReceipt(
      int mostBytes, Duration deadline, BytesInFlight room, Function<byte[], String> advice) {
    this.mostBytes = mostBytes;
    this.deadline = deadline;
    this.room = room;
    this.advice = advice;
  }

  @Override
  public void doFilter(ServletRequest servletRequest, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest request = (HttpServletRequest) servletRequest;
    if (request.getAttribute(RECEIVED) instanceof ReceivedBytes body) {
      if (request.getDispatcherType() == DispatcherType.ERROR) {
        chain.doFilter(request, response);
        return;
      }
      WholeRequest whole;
      try {
        whole = new WholeRequest(request, body);
      } catch (IllegalArgumentException
          | InvalidParameterException
          | HttpMessageNotReadableException malformed) {
        unreadable((HttpServletResponse) response);
        return;
      }
      chain.doFilter(whole, response);
      return;
    }
    if (!hasBody(request) || isStreamed(request)) {
      if (isPacked(request)) {
        packed((HttpServletResponse) response);
      } else if (isReadable(request)) {
        chain.doFilter(request, response);
      } else {
        unreadable((HttpServletResponse) response);
      }
      return;
    }
    receive(request, (HttpServletResponse) response);
  }

  private static boolean hasBody(HttpServletRequest request) {
    return request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
  }

  /** The container fails on what it cannot decode, and its log would repeat it. */
  private static boolean isReadable(HttpServletRequest request) {
    try {
      var unused = request.getParameterMap();
      return true;
    } catch (InvalidParameterException malformed) {
      return false;
    }
  }

  private static void unreadable(HttpServletResponse response) throws IOException {
    Outcomes.write(
        response,
        HttpStatus.BAD_REQUEST,
        "structure",
        "The parameters cannot be read: write % as %25, in UTF-8, and not many hundreds of them.");
  }

  /** A few bytes may unpack to more than there is memory. */
  private static boolean isPacked(HttpServletRequest request) {
    return Collections.list(request.getHeaders(HttpHeaders.CONTENT_ENCODING)).stream()
        .anyMatch(coding -> !coding.strip().equalsIgnoreCase("identity"));
  }

  private static void packed(HttpServletResponse response) throws IOException {
    response.setHeader(HttpHeaders.ACCEPT_ENCODING, "identity");
    Outcomes.write(
        response,
        HttpStatus.UNSUPPORTED_MEDIA_TYPE,
        "not-supported",
        "The request body is packed; send it without a Content-Encoding.");
  }

  /**
   * Many patients come one a line, and each line is received by itself. A form is none of them: it
   * is received as a whole before anybody asks for its fields.
   *
   * @param request a request
   * @return whether its body is no whole
   */
  public static boolean isStreamed(HttpServletRequest request) {
    return request.getServletPath().equals("/fhir")
        && "/$assess-batch".equals(request.getPathInfo())
        && !WholeRequest.isForm(request);
  }

  private void receive(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    // What a CDS client announces is received to the limit, to tell it which key to narrow.
    boolean tooLarge = request.getContentLengthLong() > mostBytes && !isCall(request);
    if (tooLarge && request.getHeader("Expect") != null) {
      // Nothing was sent yet, so that nothing is lost by closing.
      response.setHeader("Connection", "close");
      tooLarge(response, "send fewer resources.");
      return;
    }
    AsyncContext receiving = request.startAsync(request, response);
    receiving.setTimeout(deadline.toMillis());
    Receiving state = new Receiving(receiving, request);
    receiving.addListener(state);
    if (tooLarge) {
      state.refuse(answer -> tooLarge(answer, "send fewer resources."));
    } else if (isPacked(request)) {
      state.refuse(BodyReceipt::packed);
    }
    request.getInputStream().setReadListener(state);
  }

  private static boolean isCall(HttpServletRequest request) {
    return request.getServletPath().startsWith("/cds-services/")
        && request.getHeader("Expect") == null;
  }

  private void tooLarge(HttpServletResponse response, String advice) throws IOException {
    Outcomes.write(
        response,
        HttpStatus.CONTENT_TOO_LARGE,
        "too-long",
        "The request body is larger than %d bytes; %s".formatted(mostBytes, advice));
  }

  private static void noRoom(HttpServletResponse response) throws IOException {
    response.setHeader("Retry-After", "1");
    Outcomes.write(
        response,
        HttpStatus.SERVICE_UNAVAILABLE,
        "throttled",
        "Too much is being sent at the same time; try again shortly.");
  }

  private void tooSlow(HttpServletResponse response) throws IOException {
    Outcomes.write(
        response,
        HttpStatus.REQUEST_TIMEOUT,
        "timeout",
        "The request body did not arrive within %d second%s."
            .formatted(deadline.toSeconds(), deadline.toSeconds() == 1 ? "" : "s"));
  }

  @FunctionalInterface
  private interface Answer {
    void write(HttpServletResponse response) throws IOException;
  }

  /** One body on its way; the container calls it from one thread at a time. */
  private final class Receiving extends ReceivingEvents {

    private final AsyncContext context;
    private final HttpServletRequest request;
    private final String address;
    private final ReceivedBytes body = new ReceivedBytes();
    private long taken;
    private boolean refused;
    private boolean received;

    Receiving(AsyncContext context, HttpServletRequest request) {
      this.context = context;
      this.request = request;
      this.address = request.getRemoteAddr();
    }

    @Override
    public void onDataAvailable() throws IOException {
      var in = context.getRequest().getInputStream();
      byte[] thrownAway = new byte[refused ? 8 * 1024 : 0];
      while (in.isReady() && !in.isFinished()) {
        byte[] piece = refused ? thrownAway : body.piece();
        int from = refused ? 0 : body.free();
        int read = in.read(piece, from, piece.length - from);
        if (read < 0) {
          return;
        }
        if (!refused) {
          body.filled(read);
          isAllowed();
          if (refused) {
            thrownAway = new byte[8 * 1024];
          }
        }
      }
    }

    private void isAllowed() throws IOException {
      if (body.length() > mostBytes) {
        String what = advice.apply(body.stream().readAllBytes());
        refuse(answer -> tooLarge(answer, what));
        return;
      }
      long more = body.length() - taken;
      if (room.take(address, more)) {
        taken += more;
      } else {
        refuse(BodyReceipt::noRoom);
      }
    }

    private void refuse(Answer answer) throws IOException {
      if (refused) {
        return;
      }
      refused = true;
      body.forget();
      giveBack();
      HttpServletResponse response = (HttpServletResponse) context.getResponse();
      response.setHeader("Connection", "close");
      answer.write(response);
      response.flushBuffer();
    }

    private void giveBack() {
      room.giveBack(address, taken);
      taken = 0;
    }

    @Override
    public void onAllDataRead() throws IOException {
      received = true;
      if (refused) {
        context.complete();
        return;
      }
      context.getRequest().setAttribute(RECEIVED, body);
      context.dispatch();
    }

    @Override
    void late() throws IOException {
      refuse(BodyReceipt.this::tooSlow);
      context.complete();
    }

    @Override
    void broken() {
      brokenOff();
      context.complete();
    }

    @Override
    void brokenOff() {
      if (!received) {
        request.setAttribute(BROKEN, true);
      }
    }

    @Override
    void over() {
      giveBack();
    }
  }
}
