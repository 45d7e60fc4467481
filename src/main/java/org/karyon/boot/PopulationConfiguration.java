package org.karyon.boot;

import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.karyon.bulk.BulkExport;
import org.karyon.bulk.Patience;
import org.karyon.chart.RecordJson;
import org.karyon.guideline.Cohort;
import org.karyon.guideline.Guideline;
import org.karyon.guideline.yaml.CohortReader;
import org.karyon.guideline.yaml.InconsistentGuideline;
import org.karyon.population.PopulationDesk;
import org.karyon.population.PopulationJobs;
import org.karyon.population.PopulationProperties;
import org.karyon.population.PopulationRun;
import org.karyon.population.PopulationRunner;
import org.karyon.population.PopulationServers;
import org.karyon.population.Publication;
import org.karyon.registry.AssessRegistry;
import org.karyon.security.ReachableAddresses;
import org.karyon.security.RefusedConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whole populations as jobs, where the settings name a folder and a server. */
@Configuration(proxyBeanMethods = false)
class PopulationConfiguration {

  private static final int SHARE_OF_MEMORY = 16;

  @Bean
  PopulationServers populationServers(PopulationProperties properties, Environment environment) {
    PopulationServers servers =
        PopulationServers.of(properties, isSet(environment, "karyon.security.http-allowed"));
    if (servers.isOffered() && isSet(environment, "karyon.security.open")) {
      throw new RefusedConfiguration(
          "karyon.population contradicts karyon.security.open=true.",
          "Anybody could have the servers' patients exported; configure clients instead.");
    }
    return servers;
  }

  private static boolean isSet(Environment environment, String setting) {
    return environment.getProperty(setting, Boolean.class, false);
  }

  @Bean
  PopulationJobs populationJobs(JdbcClient database, Clock clock) {
    return new PopulationJobs(database, clock);
  }

  @Bean
  PopulationDesk populationDesk(PopulationJobs jobs, PopulationProperties properties, Clock clock) {
    return new PopulationDesk(
        jobs, Path.of(properties.folder()), properties.mostJobs(), properties.kept(), clock);
  }

  @Bean(destroyMethod = "close")
  @DependsOnDatabaseInitialization
  PopulationRunner populationRunner(
      PopulationJobs jobs,
      PopulationServers servers,
      PopulationProperties properties,
      FhirProperties fhir,
      Guideline guideline,
      RecordJson json,
      Publication publication,
      Environment environment,
      Clock clock) {
    boolean httpAllowed = isSet(environment, "karyon.security.http-allowed");
    ReachableAddresses addresses =
        new ReachableAddresses(InetAddress::getAllByName, fhir.privateAddressesAllowed());
    PopulationRun run =
        new PopulationRun(
            servers,
            (server, told) ->
                new BulkExport(
                    server.base(),
                    server.files(),
                    server.service(),
                    httpAllowed,
                    addresses,
                    Patience.USUAL,
                    clock,
                    told),
            (threads, told) ->
                new AssessRegistry(
                    guideline,
                    json,
                    threads,
                    Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY,
                    told),
            Math.max(1, properties.threads()),
            questions(properties.questions(), guideline),
            publication);
    return new PopulationRunner(
        jobs, Path.of(properties.folder()), run, properties.kept(), servers.isOffered(), clock);
  }

  private static List<Cohort> questions(String file, Guideline guideline) {
    if (file.isEmpty()) {
      return List.of();
    }
    try {
      return CohortReader.read(Path.of(file), guideline);
    } catch (InconsistentGuideline unusable) {
      throw new RefusedConfiguration(
          "The questions of 'karyon.population.questions' cannot be used:\n" + unusable.problems(),
          "Correct the file; docs/registry.md shows what can stand in it.");
    }
  }
}
