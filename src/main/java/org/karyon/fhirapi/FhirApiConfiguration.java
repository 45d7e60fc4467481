package org.karyon.fhirapi;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import io.micrometer.observation.ObservationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.MetadataResource;
import org.karyon.assessment.Assess;
import org.karyon.audit.DecisionAudit;
import org.karyon.chart.HandedRecord;
import org.karyon.chart.RecordJson;
import org.karyon.chart.fhir.FhirServers;
import org.karyon.fhirapi.answers.AssessmentBundle;
import org.karyon.fhirapi.answers.GuidelineCarePlan;
import org.karyon.fhirapi.knowledge.Artifacts;
import org.karyon.fhirapi.knowledge.CanonicalBase;
import org.karyon.fhirapi.knowledge.Canonicals;
import org.karyon.fhirapi.knowledge.Vocabulary;
import org.karyon.fhirapi.packaged.GuidelinePackage;
import org.karyon.fhirapi.search.ArtifactSearch;
import org.karyon.fhirapi.search.SearchParameters;
import org.karyon.guideline.Guideline;
import org.karyon.population.PopulationDesk;
import org.karyon.population.PopulationServers;
import org.karyon.population.Publication;
import org.karyon.reading.RecordReader;
import org.karyon.security.AuthorizationServers;
import org.karyon.security.ExternalAddress;
import org.karyon.security.FhirServersOfCaller;
import org.karyon.web.EvaluationDay;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the FHIR API beside the hooks, as a servlet at {@code /fhir}. */
@Configuration(proxyBeanMethods = false)
class FhirApiConfiguration {

  static final String PATH = "/fhir";

  @Bean
  Canonicals canonicals(Guideline guideline, CanonicalBase canonical, ExternalAddress address) {
    return new Canonicals(guideline, canonical.url(), address.url() + "/guideline");
  }

  @Bean
  Artifacts artifacts(Canonicals canonicals) {
    return new Artifacts(
        canonicals, RecordReader.reads().stream().map(kind -> kind.type()).toList());
  }

  @Bean
  GuidelinePackage guidelinePackage(Artifacts artifacts, Canonicals canonicals) {
    return new GuidelinePackage(artifacts, canonicals);
  }

  @Bean
  AssessPatient assessPatient(
      HandedRecord handed,
      RecordReader reader,
      Assess assess,
      FhirServers servers,
      FhirServersOfCaller allowed,
      Clock clock,
      EvaluationDay day,
      DecisionAudit audit,
      ObservationRegistry observations) {
    return new AssessPatient(
        handed,
        reader,
        assess,
        new DataEndpoints(servers, allowed),
        clock,
        day,
        audit,
        observations);
  }

  @Bean
  Operations operations(
      RecordJson json,
      HandedRecord handed,
      AssessPatient assess,
      Canonicals canonicals,
      Artifacts artifacts) {
    return new Operations(
        new RequestBodies(json, handed),
        assess,
        new AssessmentBundle(canonicals),
        new GuidelineCarePlan(canonicals),
        new NamedArtifacts(artifacts),
        new DeclaredParameters(artifacts));
  }

  @Bean
  Publication publication(Canonicals canonicals) {
    return new PopulationFiles(canonicals);
  }

  @Bean
  AssessPopulation assessPopulation(
      RecordJson json,
      HandedRecord handed,
      PopulationDesk desk,
      PopulationServers servers,
      Artifacts artifacts,
      ExternalAddress address,
      Clock clock) {
    return new AssessPopulation(
        new RequestBodies(json, handed),
        desk,
        servers,
        new DeclaredParameters(artifacts).of("assess-population", Optional.empty()),
        clock,
        address.fhirApi());
  }

  @Bean
  ServletRegistrationBean<PopulationAddresses> populationAddresses(
      PopulationDesk desk, PopulationServers servers, ExternalAddress address) {
    ServletRegistrationBean<PopulationAddresses> registration =
        new ServletRegistrationBean<>(
            new PopulationAddresses(desk, address.fhirApi()), PopulationAddresses.PATH);
    registration.setName("population");
    registration.setEnabled(servers.isOffered());
    return registration;
  }

  @Bean
  ServletRegistrationBean<RestfulServer> fhirApi(
      Canonicals canonicals,
      Artifacts artifacts,
      Operations operations,
      AssessPopulation population,
      PopulationServers populations,
      ExternalAddress address,
      AuthorizationServers servers,
      RecordJson json,
      Clock clock) {
    Instant since = clock.instant();
    String base = address.fhirApi();
    ArtifactSearch searches =
        new ArtifactSearch(
            artifacts, new SearchParameters(since), base, canonicals.guideline().version());
    ArtifactReads reads = new ArtifactReads(artifacts, searches, since);
    NamedArtifacts named = new NamedArtifacts(artifacts);
    Vocabulary vocabulary = new Vocabulary(canonicals, artifacts);
    FhirContext fhir = FhirContext.forR4Cached();
    // The library's own handler writes ids and values of the record to the log.
    fhir.setParserErrorHandler(new LenientErrorHandler(false));
    ReadConditions conditions = new ReadConditions(canonicals.versionId(), since);
    RestfulServer server = new GuidelineServer(fhir, conditions.tag());
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(base));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    List<IResourceProvider> providers = new ArrayList<>();
    for (Class<?> type : artifacts.types()) {
      providers.add(new ArtifactProvider<>(type.asSubclass(MetadataResource.class), reads));
    }
    server.setResourceProviders(providers);
    server.registerProvider(operations);
    if (populations.isOffered()) {
      server.registerProvider(population);
    }
    server.registerProvider(new DataRequirements(named));
    server.registerProvider(new Terminologies(named, vocabulary, clock));
    server.registerProvider(new OwnCodes(named, vocabulary));
    server.registerProvider(new Translations(artifacts, canonicals.guideline().terminology()));
    server.registerProvider(new ReadBatch(reads, searches, conditions, base));
    server.setServerConformanceProvider(
        new Capability(
            server, canonicals, artifacts, searches, base, since, servers.tokenEndpoint()));
    server.registerInterceptor(new UnforeseenFailures());
    server.registerInterceptor(new RequestForm(conditions));
    server.registerInterceptor(new NumbersOfBodies(json));
    server.registerInterceptor(new DeclaredParameters(artifacts));
    server.registerInterceptor(new MetadataModes(canonicals, artifacts, base, since));
    server.registerInterceptor(new HistoryEntries(conditions));
    server.registerInterceptor(new BrowserPages(base));
    ServletRegistrationBean<RestfulServer> registration =
        new ServletRegistrationBean<>(server, PATH + "/*");
    registration.setName("fhir");
    return registration;
  }

  @Bean
  ServletRegistrationBean<SmartConfiguration> smartConfiguration(AuthorizationServers servers) {
    ServletRegistrationBean<SmartConfiguration> registration =
        new ServletRegistrationBean<>(new SmartConfiguration(servers), SmartConfiguration.PATH);
    registration.setName("smart-configuration");
    return registration;
  }
}
