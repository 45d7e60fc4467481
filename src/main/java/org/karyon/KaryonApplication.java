package org.karyon;

import org.karyon.outcomes.OutOfMemory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Karyon: CDS Hooks decision support for acute lymphoblastic leukemia. */
@SpringBootApplication
public class KaryonApplication {

  /**
   * Starts the service.
   *
   * @param arguments Spring Boot's command line, for example {@code --spring.profiles.active=demo}
   */
  public static void main(String[] arguments) {
    OutOfMemory.watch();
    SpringApplication.run(KaryonApplication.class, arguments);
  }
}
