package org.karyon.boot;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.karyon.assessment.Assess;
import org.karyon.audit.DecisionAudit;
import org.karyon.cards.Card;
import org.karyon.cards.Cards;
import org.karyon.chart.ReadLimits;
import org.karyon.chart.RecordJson;
import org.karyon.chart.fhir.FetchLimits;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.explorer.SmartProperties;
import org.karyon.feedback.FeedbackOverTime;
import org.karyon.feedback.FeedbackReporter;
import org.karyon.feedback.FeedbackStore;
import org.karyon.feedback.IssuedCards;
import org.karyon.feedback.StoreHealth;
import org.karyon.fhirapi.knowledge.CanonicalBase;
import org.karyon.guideline.Guideline;
import org.karyon.reading.RecordReader;
import org.karyon.security.ExternalAddress;
import org.karyon.security.ReachableAddresses;
import org.karyon.security.RefusedConfiguration;
import org.karyon.web.EvaluationDay;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Joins the steps: the guideline is read once at start, and the application does not start without
 * it.
 */
@Configuration(proxyBeanMethods = false)
@ConfigurationPropertiesScan({
  "org.karyon.boot",
  "org.karyon.demo",
  "org.karyon.explorer",
  "org.karyon.hooks",
  "org.karyon.population",
  "org.karyon.security"
})
public class KaryonConfiguration {

  @Bean
  public Guideline guideline(KaryonProperties properties, Clock clock) {
    Guideline guideline = SiteFiles.guideline(properties);
    SiteFiles.remindOfReviews(guideline, LocalDate.now(clock));
    return guideline;
  }

  @Bean
  RecordReader recordReader(Guideline guideline) {
    return new RecordReader(guideline);
  }

  @Bean
  public Assess assess(Guideline guideline) {
    return new Assess(guideline);
  }

  @Bean
  IssuedCards issuedCards(Guideline guideline, JdbcClient database, Clock clock) {
    return new IssuedCards(guideline.version(), database, clock);
  }

  @Bean
  DecisionAudit decisionAudit(Guideline guideline) {
    return new DecisionAudit(guideline.version());
  }

  /** Part of the readiness by its name; a database that cannot be written is told at start. */
  @Bean("storeHealthIndicator")
  @DependsOnDatabaseInitialization
  StoreHealth storeHealth(JdbcClient database, DataSource source, Clock clock) {
    StoreHealth health = new StoreHealth(database, clock, () -> afresh(source));
    health.write();
    return health;
  }

  private static void afresh(DataSource source) {
    if (source instanceof HikariDataSource pool && pool.isRunning()) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
  }

  /** A connection to PostgreSQL whose other end is silent would otherwise be waited for. */
  @Bean
  static BeanPostProcessor impatientDatabase() {
    return new ImpatientDatabase();
  }

  @Bean
  FeedbackStore feedbackStore(JdbcClient database, Clock clock) {
    return new FeedbackStore(database, clock);
  }

  @Bean
  FeedbackReporter feedbackReporter(
      JdbcClient database, IssuedCards issued, Clock clock, FeedbackProperties properties) {
    return new FeedbackReporter(database, issued, clock, properties.overriddenShare());
  }

  @Bean
  FeedbackOverTime feedbackOverTime(JdbcClient database, IssuedCards issued) {
    return new FeedbackOverTime(database, issued);
  }

  @Bean
  public Cards cards(
      Guideline guideline,
      ExternalAddress address,
      IssuedCards identities,
      CardsProperties properties,
      SmartProperties smart) {
    List<Card.Link> app =
        smart.launchUrl().isEmpty()
            ? List.of()
            : List.of(new Card.Link("This patient's way in Karyon", smart.launchUrl(), "smart"));
    return new Cards(guideline, address.url(), identities, properties.detail(), app);
  }

  /** Before anything is built from the settings, so that a misspelt one is what is told first. */
  @Bean
  public static BeanFactoryPostProcessor knownSettings(Environment environment) {
    return beans -> knownSettings(beans).check(environment);
  }

  public static KnownSettings knownSettings(ConfigurableListableBeanFactory beans) {
    List<Class<?>> settings = new ArrayList<>();
    for (String name : beans.getBeanNamesForAnnotation(ConfigurationProperties.class)) {
      Optional.ofNullable(beans.getType(name)).ifPresent(settings::add);
    }
    return new KnownSettings(settings);
  }

  @Bean
  RecordJson recordJson() {
    return new RecordJson(ReadLimits.CLINICAL);
  }

  @Bean
  CanonicalBase canonicalBase(KaryonProperties properties) {
    URI uri = URI.create(properties.canonical());
    if (uri.getHost() == null || properties.canonical().endsWith("/")) {
      throw new RefusedConfiguration(
          "karyon.canonical: '%s' is not an absolute URL without a slash at the end."
              .formatted(properties.canonical()),
          "Leave it out, or set it once to a URL of your own, such as https://example.org/fhir.");
    }
    return new CanonicalBase(properties.canonical());
  }

  @Bean
  ExternalAddress externalAddress(KaryonProperties properties) {
    return new ExternalAddress(properties.publicUrl());
  }

  @Bean
  FhirServers fhirServers(
      FhirProperties properties, RecordJson json, ObservationRegistry observations) {
    FetchLimits limits =
        new FetchLimits(
            properties.deadline(),
            properties.connectTimeout(),
            properties.maximumPages(),
            properties.maximumEntries(),
            properties.maximumBytes(),
            properties.connections(),
            properties.connectionsPerServer());
    return new FhirServers(
        limits,
        new ReachableAddresses(InetAddress::getAllByName, properties.privateAddressesAllowed()),
        json,
        observations);
  }

  /** Where nothing else is known of a patient, the day is today. */
  @Bean
  EvaluationDay evaluationDay(Clock clock) {
    return EvaluationDay.today(clock);
  }

  @Bean
  Clock clock() {
    return Clock.system(ZoneId.systemDefault());
  }
}
