package org.karyon;

import java.time.Clock;
import java.time.ZoneId;
import java.util.UUID;
import org.karyon.assessment.Assess;
import org.karyon.cards.Cards;
import org.karyon.chart.Chart;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.GuidelineFolder;
import org.karyon.guideline.yaml.GuidelineReader;
import org.karyon.reading.RecordReader;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Joins the steps: the guideline is read once at start, and the application does not start without
 * it.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan
class KaryonConfiguration {

  @Bean
  Guideline guideline() {
    return GuidelineReader.read(GuidelineFolder.builtIn());
  }

  @Bean
  RecordReader recordReader(Guideline guideline) {
    return new RecordReader(guideline);
  }

  @Bean
  Assess assess(Guideline guideline) {
    return new Assess(guideline);
  }

  @Bean
  Cards cards(Guideline guideline, KaryonProperties properties) {
    return new Cards(guideline, properties.publicUrl(), UUID::randomUUID);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }

  @Bean
  ApplicationRunner warmUp() {
    return arguments -> Chart.warmUp();
  }
}
