package org.karyon.boot;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.karyon.guideline.yaml.NearestName;
import org.karyon.security.RefusedConfiguration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The settings that something reads. A setting that nothing reads is refused at start, because a
 * misspelt one would otherwise leave its default in force without a word.
 */
public final class KnownSettings {

  private static final ConfigurationPropertyName ROOT = ConfigurationPropertyName.of("karyon");
  private static final String ANY_NAME = "*";
  private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

  private final List<String> names = new ArrayList<>();

  public KnownSettings(List<Class<?>> settings) {
    for (Class<?> type : settings) {
      ConfigurationProperties annotation = type.getAnnotation(ConfigurationProperties.class);
      if (annotation != null && annotation.value().startsWith("karyon")) {
        collect(annotation.value(), type);
      }
    }
  }

  private void collect(String prefix, Class<?> type) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + '.' + DataObjectPropertyName.toDashedForm(component.getName());
      if (Map.class.equals(component.getType())) {
        collect(name + '.' + ANY_NAME, valueType(component.getGenericType()));
      } else if (component.getType().isRecord()) {
        collect(name, component.getType());
      } else {
        names.add(name);
      }
    }
  }

  private static Class<?> valueType(Type map) {
    return (Class<?>) ((ParameterizedType) map).getActualTypeArguments()[1];
  }

  /** The full names; an asterisk stands for a name of the operator's choice. */
  public List<String> names() {
    return List.copyOf(names);
  }

  /** Refuses the first setting that nothing reads, with the nearest one that is read. */
  public void check(Environment environment) {
    for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
      if (source instanceof IterableConfigurationPropertySource iterable) {
        iterable.stream().filter(ROOT::isAncestorOf).forEach(this::check);
      }
    }
  }

  private void check(ConfigurationPropertyName name) {
    if (names.stream().noneMatch(known -> matches(known, name))) {
      throw new RefusedConfiguration(
          "Nothing reads the setting '%s'.%s".formatted(name, NearestName.hint(plain(name), names)),
          "Correct or remove it; docs/configuration.md lists every setting.");
    }
  }

  /**
   * Environment variables do not tell a dash from a dot, so that dots and dashes are left out of
   * the comparison, except around a name of the operator's choice.
   */
  private static boolean matches(String known, ConfigurationPropertyName name) {
    StringBuilder pattern = new StringBuilder();
    for (String part : known.split("\\" + ANY_NAME, -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".+").append(Pattern.quote(squeezed(part)));
    }
    return squeezed(plain(name)).matches(pattern.toString());
  }

  private static String plain(ConfigurationPropertyName name) {
    StringBuilder plain = new StringBuilder();
    for (int index = 0; index < name.getNumberOfElements(); index++) {
      if (!name.isNumericIndex(index)) {
        plain.append(plain.isEmpty() ? "" : ".").append(name.getElement(index, Form.ORIGINAL));
      }
    }
    return INDEX.matcher(plain).replaceAll("");
  }

  private static String squeezed(String name) {
    return name.replaceAll("[.\\-_]", "").toLowerCase(Locale.ROOT);
  }
}
