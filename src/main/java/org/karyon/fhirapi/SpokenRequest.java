package org.karyon.fhirapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request whose headers are those that were understood, so that the library need not guess. */
final class SpokenRequest extends HttpServletRequestWrapper {

  /** By the name in small letters; an empty header is as if it had not been sent. */
  private final Map<String, Optional<String>> understood;

  SpokenRequest(HttpServletRequest request, Map<String, Optional<String>> understood) {
    super(request);
    this.understood = Map.copyOf(understood);
  }

  private Optional<Optional<String>> understood(String name) {
    return Optional.ofNullable(understood.get(name.toLowerCase(Locale.ROOT)));
  }

  @Override
  public @Nullable String getHeader(String name) {
    Optional<Optional<String>> value = understood(name);
    return value.isEmpty() ? super.getHeader(name) : value.get().orElse(null);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    Optional<Optional<String>> value = understood(name);
    return value.isEmpty()
        ? super.getHeaders(name)
        : Collections.enumeration(value.get().stream().toList());
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    List<String> names = Collections.list(super.getHeaderNames());
    names.removeIf(name -> understood(name).filter(Optional::isEmpty).isPresent());
    return Collections.enumeration(names);
  }
}
