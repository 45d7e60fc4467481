package org.karyon.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.parser.IParser;
import ca.uhn.fhir.parser.LenientErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hl7.fhir.r4.model.Resource;
import org.karyon.security.ExternalAddress;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import tools.jackson.databind.JsonNode;

/**
 * A small FHIR server with the example patients, to read and to search, so that a sandbox of CDS
 * Hooks can point at it. It holds nothing else and changes nothing.
 */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoFhirServer {

  static final String PATH = "/demo/fhir";

  @Bean
  ServletRegistrationBean<RestfulServer> demoFhir(ExampleCases cases, ExternalAddress address) {
    FhirContext fhir = FhirContext.forR4Cached();
    Map<Class<? extends Resource>, List<Resource>> resources = new LinkedHashMap<>();
    for (ExampleCase example : cases.all()) {
      for (JsonNode entry : ExampleRecord.transaction(example.patient()).path("entry")) {
        parsed(fhir, entry.path("resource"))
            .ifPresent(
                resource ->
                    resources
                        .computeIfAbsent(resource.getClass(), unused -> new ArrayList<>())
                        .add(resource));
      }
    }
    RestfulServer server = new RestfulServer(fhir);
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(address.url() + PATH));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setPagingProvider(new FifoMemoryPagingProvider(20).setDefaultPageSize(100));
    List<IResourceProvider> providers = new ArrayList<>();
    resources.forEach((type, all) -> providers.add(new DemoResources(type, all)));
    server.setResourceProviders(providers);
    ServletRegistrationBean<RestfulServer> servlet =
        new ServletRegistrationBean<>(server, PATH + "/*");
    servlet.setName("demoFhir");
    return servlet;
  }

  /** One example shows what becomes of resources that are not valid; no server holds them. */
  private static Optional<Resource> parsed(FhirContext fhir, JsonNode resource) {
    IParser parser = fhir.newJsonParser();
    parser.setParserErrorHandler(new LenientErrorHandler(false));
    try {
      return Optional.of((Resource) parser.parseResource(resource.toString()));
    } catch (DataFormatException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
