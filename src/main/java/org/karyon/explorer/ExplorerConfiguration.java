package org.karyon.explorer;

import java.util.UUID;
import org.karyon.assessment.Assess;
import org.karyon.cards.CardDetail;
import org.karyon.cards.Cards;
import org.karyon.chart.HandedRecord;
import org.karyon.explorer.patient.PatientPages;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;
import org.karyon.security.ExternalAddress;
import org.karyon.web.EvaluationDay;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Wires the pages. */
@Configuration(proxyBeanMethods = false)
class ExplorerConfiguration implements WebMvcConfigurer {

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(new PageHeaders());
  }

  /** Cards on these pages are shown to nobody at work, so that they are not counted as shown. */
  @Bean
  PatientPages patientPages(
      Guideline guideline,
      HandedRecord handed,
      RecordReader reader,
      Assess assess,
      ExternalAddress address,
      EvaluationDay day) {
    Cards uncounted =
        new Cards(
            guideline, address.url(), (moment, kind, rules) -> UUID.randomUUID(), CardDetail.BRIEF);
    return new PatientPages(guideline, handed.keys(), reader, assess, uncounted, day);
  }
}
