package org.karyon.hooks;

import java.util.List;
import java.util.Optional;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.web.Admission;
import org.karyon.web.BodyLimit;
import org.karyon.web.JsonBody;
import org.karyon.web.LogContext;
import org.karyon.web.PlainAddress;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Wires the HTTP side of CDS Hooks. */
@Configuration(proxyBeanMethods = false)
class HooksConfiguration {

  @Bean
  Discovery discovery() {
    return Discovery.builtIn();
  }

  /** The FHIR API takes the same record as the hooks; the hook that looks at all of it names it. */
  @Bean
  HandedRecord handedRecord(Discovery discovery, HooksProperties properties) {
    return new HandedRecord(
        discovery.service("all-patient-view").keys(), properties.maximumBodyBytes());
  }

  @Bean
  JsonBody jsonBody(RecordJson json, HooksProperties properties) {
    return new JsonBody(json, properties.maximumBodyBytes());
  }

  /**
   * Cross-origin headers on every answer, errors and preflights included (CDS Hooks 2.0,
   * Cross-Origin Resource Sharing).
   */
  @Bean
  FilterRegistrationBean<CorsFilter> crossOrigin(HooksProperties properties) {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOriginPatterns(properties.allowedOrigins());
    cors.setAllowedMethods(List.of("GET", "POST", "OPTIONS"));
    cors.setAllowedHeaders(List.of("Authorization", "Content-Type", "Accept"));
    UrlBasedCorsConfigurationSource everywhere = new UrlBasedCorsConfigurationSource();
    everywhere.registerCorsConfiguration("/**", cors);
    FilterRegistrationBean<CorsFilter> filter =
        new FilterRegistrationBean<>(new CorsFilter(everywhere));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<BodyLimit> bodyLimit(HooksProperties properties) {
    FilterRegistrationBean<BodyLimit> filter =
        new FilterRegistrationBean<>(new BodyLimit(properties.maximumBodyBytes()));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  @Bean
  FilterRegistrationBean<LogContext> logContext() {
    FilterRegistrationBean<LogContext> filter = new FilterRegistrationBean<>(new LogContext());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return filter;
  }

  @Bean
  FilterRegistrationBean<PlainAddress> plainAddress() {
    FilterRegistrationBean<PlainAddress> filter = new FilterRegistrationBean<>(new PlainAddress());
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 1);
    return filter;
  }

  /** Before tokens are looked at, because verifying a signature costs more than most answers. */
  @Bean
  FilterRegistrationBean<Admission> admission(HooksProperties properties) {
    FilterRegistrationBean<Admission> filter =
        new FilterRegistrationBean<>(
            new Admission(
                properties.concurrentRequests(),
                HttpStatus.SERVICE_UNAVAILABLE,
                request -> Optional.of("everybody")));
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE + 2);
    return filter;
  }

  /** After the client is known, so that one client's rush leaves room for the others. */
  @Bean
  FilterRegistrationBean<Admission> admissionOfClients(HooksProperties properties) {
    FilterRegistrationBean<Admission> filter =
        new FilterRegistrationBean<>(
            new Admission(
                properties.concurrentRequestsPerClient(),
                HttpStatus.TOO_MANY_REQUESTS,
                request -> Optional.ofNullable(request.getRemoteUser())));
    filter.setName("admissionOfClients");
    filter.setOrder(0);
    return filter;
  }
}
