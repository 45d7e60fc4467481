package org.karyon.demo;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.FifoMemoryPagingProvider;
import ca.uhn.fhir.rest.server.HardcodedServerAddressStrategy;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    Map<String, List<JsonNode>> resources = new LinkedHashMap<>();
    for (ExampleCase example : cases.all()) {
      for (JsonNode entry : ExampleRecord.transaction(example.patient()).path("entry")) {
        JsonNode resource = entry.path("resource");
        resources
            .computeIfAbsent(resource.path("resourceType").asString(), unused -> new ArrayList<>())
            .add(resource);
      }
    }
    RestfulServer server = new RestfulServer(fhir);
    server.setServerAddressStrategy(new HardcodedServerAddressStrategy(address.url() + PATH));
    server.setDefaultResponseEncoding(EncodingEnum.JSON);
    server.setPagingProvider(new FifoMemoryPagingProvider(20).setDefaultPageSize(100));
    List<IResourceProvider> providers = new ArrayList<>();
    resources.forEach((type, all) -> providers.add(new DemoResources(fhir, type, all)));
    server.setResourceProviders(providers);
    ServletRegistrationBean<RestfulServer> servlet =
        new ServletRegistrationBean<>(server, PATH + "/*");
    servlet.setName("demoFhir");
    return servlet;
  }
}
