package org.karyon.bench;

import org.karyon.KaryonApplication;
import org.springframework.boot.SpringApplication;

/** The service with the floor beside it, as a process of its own. */
public final class BenchService {

  private BenchService() {}

  /**
   * Starts.
   *
   * @param arguments settings of the service
   */
  public static void main(String[] arguments) {
    new SpringApplication(KaryonApplication.class, Floor.class).run(arguments);
  }
}
