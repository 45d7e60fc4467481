package org.karyon;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.ActiveProfiles;

/**
 * The started demonstration on the day of the example patients. Every test that needs no setting of
 * its own shares this one service, because each further one costs seconds.
 */
@Tag("slow")
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "karyon.public-url=http://localhost:8080")
@ActiveProfiles("demo")
@Import(OnTheDayOfTheExamples.Today.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnTheDayOfTheExamples {

  /** The day; services with other settings import it too. */
  @TestConfiguration(proxyBeanMethods = false)
  class Today {
    @Bean
    @Primary
    Clock examplesClock() {
      return Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);
    }
  }
}
