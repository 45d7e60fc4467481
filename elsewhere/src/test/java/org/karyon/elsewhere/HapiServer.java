package org.karyon.elsewhere;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.jpa.packages.IPackageInstallerSvc;
import ca.uhn.fhir.jpa.packages.PackageInstallOutcomeJson;
import ca.uhn.fhir.jpa.packages.PackageInstallationSpec;
import ca.uhn.fhir.jpa.search.DatabaseBackedPagingProvider;
import ca.uhn.fhir.jpa.test.config.TestR4Config;
import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.opencds.cqf.fhir.cr.hapi.config.RepositoryConfig;
import org.opencds.cqf.fhir.cr.hapi.config.r4.ApplyOperationConfig;
import org.opencds.cqf.fhir.cr.hapi.config.r4.EvaluateOperationConfig;
import org.opencds.cqf.fhir.cr.hapi.config.test.TestCrStorageSettingsConfigurer;
import org.opencds.cqf.fhir.cr.hapi.config.test.r4.TestCrR4Config;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** HAPI's JPA server with clinical reasoning, on a database in memory and a port of its own. */
final class HapiServer implements AutoCloseable {

  private final AnnotationConfigApplicationContext context;
  private final Server server;

  private HapiServer(AnnotationConfigApplicationContext context, Server server) {
    this.context = context;
    this.server = server;
  }

  static HapiServer start() throws Exception {
    AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    context.setAllowBeanDefinitionOverriding(true);
    context.register(
        TestR4Config.class,
        RepositoryConfig.class,
        TestCrR4Config.class,
        ApplyOperationConfig.class,
        EvaluateOperationConfig.class);
    context.refresh();
    context.getBean(TestCrStorageSettingsConfigurer.class).setUpConfiguration();
    RestfulServer fhir = context.getBean(RestfulServer.class);
    fhir.setPagingProvider(context.getBean(DatabaseBackedPagingProvider.class));
    ServletContextHandler handler = new ServletContextHandler();
    handler.setContextPath("/");
    handler.addServlet(new ServletHolder(fhir), "/fhir/*");
    Server server = new Server(0);
    server.setHandler(handler);
    server.start();
    return new HapiServer(context, server);
  }

  /** What the setting {@code hapi.fhir.implementationguides} does at the start of that server. */
  PackageInstallOutcomeJson install(Path file, String name, String version, String... types)
      throws Exception {
    return context
        .getBean(IPackageInstallerSvc.class)
        .install(
            new PackageInstallationSpec()
                .setName(name)
                .setVersion(version)
                .setPackageContents(Files.readAllBytes(file))
                .setInstallMode(PackageInstallationSpec.InstallModeEnum.STORE_AND_INSTALL)
                .addInstallResourceTypes(types));
  }

  IGenericClient client() {
    FhirContext fhir = FhirContext.forR4();
    fhir.getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
    fhir.getRestfulClientFactory().setSocketTimeout(120_000);
    int port = ((ServerConnector) server.getConnectors()[0]).getLocalPort();
    return fhir.newRestfulGenericClient("http://localhost:" + port + "/fhir");
  }

  @Override
  public void close() throws Exception {
    server.stop();
    context.close();
  }
}
