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
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.http.server.ServletServerHttpRequest;

/**
 * A request whose body is here. To everything behind it, it is a request that has just arrived,
 * although the container calls it the continuation of one.
 */
final class WholeRequest extends HttpServletRequestWrapper {

  private static final String FORM = "application/x-www-form-urlencoded";

  /** As many as the container takes; each costs memory many times its length. */
  private static final int MOST_FIELDS = 1_000;

  private final ReceivedBytes body;
  private final Map<String, String[]> parameters;

  /**
   * Puts the body into the request.
   *
   * @throws IllegalArgumentException when it is called a form and cannot be read as one
   */
  WholeRequest(HttpServletRequest request, ReceivedBytes body) throws IOException {
    super(request);
    this.body = body;
    this.parameters = isForm(request) ? fields(request, body) : request.getParameterMap();
  }

  static boolean isForm(HttpServletRequest request) {
    return request.getMethod().equals("POST")
        && String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT).startsWith(FORM);
  }

  /** The container reads a form only from a body that it receives itself. */
  private static Map<String, String[]> fields(HttpServletRequest request, ReceivedBytes body)
      throws IOException {
    Map<String, String[]> fields = new LinkedHashMap<>(request.getParameterMap());
    if (separators(body) >= MOST_FIELDS) {
      throw new IllegalArgumentException("too many fields");
    }
    ServletServerHttpRequest form =
        new ServletServerHttpRequest(request) {
          @Override
          public InputStream getBody() {
            return body.stream();
          }
        };
    new FormHttpMessageConverter()
        .read(null, form)
        .forEach(
            (name, values) ->
                fields.merge(
                    name,
                    values.toArray(String[]::new),
                    (asked, sent) ->
                        Stream.of(asked, sent).flatMap(Stream::of).toArray(String[]::new)));
    return fields;
  }

  private static int separators(ReceivedBytes body) throws IOException {
    InputStream bytes = body.stream();
    byte[] buffer = new byte[8 * 1024];
    int separators = 0;
    for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
      for (int index = 0; index < read; index++) {
        separators += buffer[index] == '&' ? 1 : 0;
      }
    }
    return separators;
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    return parameters.get(name);
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.getOrDefault(name, new String[0]);
    return values.length == 0 ? null : values[0];
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
