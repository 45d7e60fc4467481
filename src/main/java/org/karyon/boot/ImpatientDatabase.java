package org.karyon.boot;

import com.zaxxer.hikari.HikariDataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;

/** Limits how long PostgreSQL is waited for: to connect, and for any answer. In seconds. */
final class ImpatientDatabase implements BeanPostProcessor {

  @Override
  public Object postProcessBeforeInitialization(Object bean, String name) {
    if (bean instanceof HikariDataSource source
        && String.valueOf(source.getJdbcUrl()).startsWith("jdbc:postgresql:")) {
      source.addDataSourceProperty("connectTimeout", "2");
      source.addDataSourceProperty("loginTimeout", "2");
      source.addDataSourceProperty("socketTimeout", "5");
    }
    return bean;
  }
}
