package org.karyon;

import org.karyon.command.Commands;
import org.karyon.outcomes.OutOfMemory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Karyon: CDS Hooks decision support for acute lymphoblastic leukemia.
 *
 * <p>Only the rooms that Spring wires are looked through, because it reads each class of them.
 */
@SpringBootApplication(
    scanBasePackages = {
      "org.karyon.boot",
      "org.karyon.demo",
      "org.karyon.explorer",
      "org.karyon.fhirapi",
      "org.karyon.hooks",
      "org.karyon.security",
      "org.karyon.web"
    })
public class KaryonApplication {

  /**
   * Starts the service, or carries out a command where the first argument is one.
   *
   * @param arguments a command with its options, or Spring Boot's command line, for example {@code
   *     --spring.profiles.active=demo}
   */
  public static void main(String[] arguments) {
    OutOfMemory.watch();
    if (Commands.areAskedForBy(arguments)) {
      System.exit(Commands.run(arguments));
    }
    SpringApplication.run(KaryonApplication.class, arguments);
  }
}
