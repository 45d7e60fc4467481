package org.karyon.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.karyon.KaryonApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What the image is trained with, once through. */
@Tag("slow")
class TrainingTest {

  private static ConfigurableApplicationContext started(String... settings) {
    return new SpringApplicationBuilder(KaryonApplication.class)
        .profiles("demo", "training")
        .properties(
            "server.port=0",
            "spring.datasource.url=jdbc:h2:mem:training",
            "karyon.training.rounds=1")
        .run(settings);
  }

  @Test
  void everyExampleIsAnsweredAndTheServiceStopsByItself() {
    assertThat(started().isActive()).isFalse();
  }

  /** A cache of a service that answers nothing would be kept for years. */
  @Test
  void anExampleThatIsNotAnsweredEndsTheTraining() {
    assertThatThrownBy(() -> started("--karyon.hooks.maximum-entries=1"))
        .hasMessageContaining("was answered with 4");
  }
}
