package org.karyon.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.karyon.outcomes.Outcomes;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses a body that announces itself as too large before a byte of it is read, and cuts one that
 * does not.
 */
public final class BodyLimit extends OncePerRequestFilter {

  private final int mostBytes;

  public BodyLimit(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** Many patients come one a line, and the limit is each line's. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getServletPath().equals("/fhir")
        && "/$assess-batch".equals(request.getPathInfo());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (request.getContentLengthLong() > mostBytes) {
      Outcomes.write(
          response,
          HttpStatus.CONTENT_TOO_LARGE,
          "too-long",
          "The request body is larger than %d bytes; send fewer resources.".formatted(mostBytes));
      return;
    }
    chain.doFilter(new Cut(request, mostBytes), response);
  }

  /**
   * A request whose body ends one byte after the limit, so that the limit is noticed and memory is
   * not filled.
   */
  private static final class Cut extends HttpServletRequestWrapper {

    private final int mostBytes;

    Cut(HttpServletRequest request, int mostBytes) {
      super(request);
      this.mostBytes = mostBytes;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
      return new CutStream(super.getInputStream(), mostBytes + 1L);
    }
  }

  private static final class CutStream extends ServletInputStream {

    private final ServletInputStream stream;
    private long left;

    CutStream(ServletInputStream stream, long left) {
      this.stream = stream;
      this.left = left;
    }

    @Override
    public int read() throws IOException {
      if (left <= 0) {
        return -1;
      }
      left--;
      return stream.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      if (left <= 0) {
        return -1;
      }
      int read = stream.read(buffer, offset, (int) Math.min(length, left));
      left -= Math.max(read, 0);
      return read;
    }

    @Override
    public boolean isFinished() {
      return left <= 0 || stream.isFinished();
    }

    @Override
    public boolean isReady() {
      return stream.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
      stream.setReadListener(listener);
    }
  }
}
