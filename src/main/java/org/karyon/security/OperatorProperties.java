package org.karyon.security;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may read metrics and reports.
 *
 * @param name the name of HTTP Basic
 * @param password its password, plain or as {@code {bcrypt}…}; nobody may while it is empty
 */
@ConfigurationProperties("karyon.operator")
record OperatorProperties(
    @DefaultValue("operator") String name, @DefaultValue("") String password) {

  @Override
  public String toString() {
    return "OperatorProperties[" + name + "]";
  }
}
