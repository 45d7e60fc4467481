package org.karyon.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A request whose body is here. To everything behind it, it is a request that has just arrived,
 * although the container calls it the continuation of one.
 */
final class WholeRequest extends HttpServletRequestWrapper {

  private final ReceivedBytes body;

  WholeRequest(HttpServletRequest request, ReceivedBytes body) {
    super(request);
    this.body = body;
  }

  @Override
  public DispatcherType getDispatcherType() {
    return DispatcherType.REQUEST;
  }

  @Override
  public int getContentLength() {
    return body.length();
  }

  @Override
  public long getContentLengthLong() {
    return body.length();
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Body(body.stream());
  }

  @Override
  public BufferedReader getReader() throws IOException {
    Charset charset =
        Optional.ofNullable(getCharacterEncoding())
            .map(Charset::forName)
            .orElse(StandardCharsets.UTF_8);
    return new BufferedReader(new InputStreamReader(body.stream(), charset));
  }

  private static final class Body extends ServletInputStream {

    private final InputStream bytes;

    Body(InputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public int read() throws IOException {
      return bytes.read();
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      return bytes.read(buffer, offset, length);
    }

    @Override
    public int available() throws IOException {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      try {
        return bytes.available() == 0;
      } catch (IOException unforeseen) {
        return true;
      }
    }

    @Override
    public boolean isReady() {
      return true;
    }

    @Override
    public void setReadListener(ReadListener listener) {
      throw new IllegalStateException("the body is read already");
    }
  }
}
