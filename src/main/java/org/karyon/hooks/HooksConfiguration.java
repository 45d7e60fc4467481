package org.karyon.hooks;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.catalina.core.StandardHost;
import org.apache.coyote.ContinueResponseTiming;
import org.karyon.assessment.Assess;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;
import org.karyon.web.Admission;
import org.karyon.web.BodyReceipt;
import org.karyon.web.BytesInFlight;
import org.karyon.web.ContainerErrors;
import org.karyon.web.FewConnections;
import org.karyon.web.JsonBody;
import org.karyon.web.LargestPart;
import org.karyon.web.LatestCall;
import org.karyon.web.LogContext;
import org.karyon.web.OneAuthorization;
import org.karyon.web.PlainAddress;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
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

  private static final int MOST_BATCHES = 8;

  @Bean
  Discovery discovery(PrefetchProperties properties) {
    return Discovery.builtIn(properties.prefetch());
  }

  /** The FHIR API takes the same record as the hooks; the hook that looks at all of it names it. */
  @Bean
  HandedRecord handedRecord(Discovery discovery, HooksProperties properties) {
    return new HandedRecord(
        discovery.service("all-patient-view").keys(), properties.maximumBodyBytes());
  }

  @Bean
  FilterRegistrationBean<LatestCall> latestCall() {
    return ordered(Ordered.HIGHEST_PRECEDENCE, new LatestCall());
  }

  /** Only a service warms up; a command has one thing to do. */
  @Bean
  @ConditionalOnWebApplication
  WarmUp warmUp(
      HandedRecord handed,
      RecordJson json,
      RecordReader reader,
      Assess assess,
      Guideline guideline,
      Clock clock,
      FilterRegistrationBean<LatestCall> latest,
      HooksProperties properties) {
    return new WarmUp(
        handed,
        json,
        reader,
        assess,
        guideline,
        clock,
        Objects.requireNonNull(latest.getFilter()),
        properties.warmUp());
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
    return ordered(Ordered.HIGHEST_PRECEDENCE, new CorsFilter(everywhere));
  }

  /** Before anything else is done with a request; nobody holds a thread by sending slowly. */
  @Bean
  FilterRegistrationBean<BodyReceipt> bodyReceipt(
      HooksProperties properties, BytesInFlight bytesInFlight, RecordJson json) {
    FilterRegistrationBean<BodyReceipt> filter =
        ordered(
            Ordered.HIGHEST_PRECEDENCE + 2,
            new BodyReceipt(
                properties.maximumBodyBytes(),
                properties.bodyDeadline(),
                bytesInFlight,
                body -> LargestPart.advice(json, body)));
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ASYNC);
    return filter;
  }

  /** One address may have half of the room, but always one body of the largest. */
  @Bean
  BytesInFlight bytesInFlight(HooksProperties properties) {
    long most = properties.bytesHeld();
    return new BytesInFlight(most, Math.max(most / 2, properties.maximumBodyBytes()));
  }

  @Bean
  WebServerFactoryCustomizer<TomcatServletWebServerFactory> fewConnections(
      HooksProperties properties) {
    return factory -> {
      factory.setProtocol(FewConnections.class.getName());
      factory.addContextCustomizers(
          context ->
              ((StandardHost) context.getParent())
                  .setErrorReportValveClass(ContainerErrors.class.getName()));
      factory.addConnectorCustomizers(
          connector -> {
            FewConnections protocol = (FewConnections) connector.getProtocolHandler();
            // The headers as a whole are limited; a count of languages is a failure of its own.
            connector.setMaxLocaleCount(-1);
            protocol.setConnectionsPerAddress(properties.connectionsPerAddress());
            protocol.setHeaderDeadline(properties.bodyDeadline().toMillis());
            // Whoever asks before sending is only told to send when the body is read.
            protocol.setContinueResponseTiming(
                ContinueResponseTiming.ON_REQUEST_BODY_READ.toString());
          });
    };
  }

  @Bean
  FilterRegistrationBean<LogContext> logContext() {
    return ordered(Ordered.HIGHEST_PRECEDENCE, new LogContext());
  }

  @Bean
  FilterRegistrationBean<PlainAddress> plainAddress() {
    return ordered(Ordered.HIGHEST_PRECEDENCE + 1, new PlainAddress());
  }

  @Bean
  FilterRegistrationBean<OneAuthorization> oneAuthorization() {
    return ordered(Ordered.HIGHEST_PRECEDENCE + 1, new OneAuthorization());
  }

  /** Before tokens are looked at, because verifying a signature costs more than most answers. */
  @Bean
  FilterRegistrationBean<Admission> admission(HooksProperties properties) {
    return ordered(
        Ordered.HIGHEST_PRECEDENCE + 3,
        new Admission(
            properties.concurrentRequests(),
            HttpStatus.SERVICE_UNAVAILABLE,
            request -> Optional.of("everybody")));
  }

  /**
   * Lines are received while others are answered, so that a slow sender must not hold many places.
   */
  @Bean
  FilterRegistrationBean<Admission> admissionOfBatches() {
    FilterRegistrationBean<Admission> filter =
        ordered(
            Ordered.HIGHEST_PRECEDENCE + 3,
            new Admission(
                MOST_BATCHES,
                HttpStatus.SERVICE_UNAVAILABLE,
                request ->
                    Optional.of("batches").filter(batches -> BodyReceipt.isStreamed(request))));
    filter.setName("admissionOfBatches");
    return filter;
  }

  /** After the client is known, so that one client's rush leaves room for the others. */
  @Bean
  FilterRegistrationBean<Admission> admissionOfClients(HooksProperties properties) {
    FilterRegistrationBean<Admission> filter =
        ordered(
            0,
            new Admission(
                properties.concurrentRequestsPerClient(),
                HttpStatus.TOO_MANY_REQUESTS,
                request -> Optional.ofNullable(request.getRemoteUser())));
    filter.setName("admissionOfClients");
    return filter;
  }

  private static <F extends Filter> FilterRegistrationBean<F> ordered(int order, F filter) {
    FilterRegistrationBean<F> registration = new FilterRegistrationBean<>(filter);
    registration.setOrder(order);
    return registration;
  }
}
