package org.karyon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.karyon.boot.KaryonConfiguration;
import org.karyon.boot.KnownSettings;
import org.karyon.security.RefusedConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The service starts safely configured or not at all, and says which setting is wrong. */
@Tag("slow")
class StartTest {

  private static final KnownSettings KNOWN = knownSettings();
  private static final String CLIENT = "karyon.security.clients.hospital.";

  private static KnownSettings knownSettings() {
    try (ConfigurableApplicationContext demo = start("spring.profiles.active=demo")) {
      return KaryonConfiguration.knownSettings(demo.getBeanFactory());
    }
  }

  private static ConfigurableApplicationContext start(String... settings) {
    return new SpringApplicationBuilder(KaryonApplication.class)
        .web(WebApplicationType.SERVLET)
        .logStartupInfo(false)
        .run(arguments(settings));
  }

  private static String[] arguments(String... settings) {
    String[] arguments = new String[settings.length + 2];
    arguments[0] = "--server.port=0";
    arguments[1] = "--spring.datasource.url=jdbc:h2:mem:start" + System.nanoTime();
    for (int index = 0; index < settings.length; index++) {
      arguments[index + 2] = "--" + settings[index];
    }
    return arguments;
  }

  private static void isRefused(String word, String... settings) {
    Throwable failure = catchThrowable(() -> start(settings).close());
    assertThat(failure).isNotNull();
    while (failure.getCause() != null) {
      failure = failure.getCause();
    }
    assertThat(failure).isInstanceOf(RefusedConfiguration.class).hasMessageContaining(word);
  }

  @Test
  void withoutClientsTheServiceDoesNotStart() {
    isRefused("No client is configured");
  }

  @Test
  void onlyTheDemoProfileOpensTheService() {
    try (ConfigurableApplicationContext demo = start("spring.profiles.active=demo")) {
      assertThat(demo.getEnvironment().getProperty("server.address")).isEqualTo("127.0.0.1");
    }
  }

  @Test
  void anOpenServiceWithClientsIsAContradiction() {
    isRefused(
        "contradict",
        "karyon.security.open=true",
        CLIENT + "issuer=https://ehr.example.org",
        CLIENT + "jwks-urls=https://ehr.example.org/jwks.json");
  }

  @Test
  void aServiceWithAClientStarts() {
    start(
            CLIENT + "issuer=https://ehr.example.org",
            CLIENT + "jwks-urls=https://ehr.example.org/jwks.json",
            CLIENT + "fhir-base-urls=https://ehr.example.org/fhir")
        .close();
  }

  @ParameterizedTest
  @CsvSource({
    "issuer is missing, jwks-urls=https://ehr.example.org/jwks.json, x",
    "keys from one place, issuer=https://ehr.example.org, x",
    "jwks-urls, issuer=https://ehr.example.org, jwks-urls=http://ehr.example.org/jwks.json",
    "jwks-urls, issuer=https://ehr.example.org, jwks-urls=nonsense",
    "jwks-file, issuer=https://ehr.example.org, jwks-file=/no/such/file"
  })
  void aClientThatIsHalfConfiguredIsRefused(String word, String one, String other) {
    if (other.equals("x")) {
      isRefused(word, CLIENT + one);
    } else {
      isRefused(word, CLIENT + one, CLIENT + other);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "HS256", "HS384", "ES999", "es384"})
  void anAlgorithmThatIsNotSafeCannotBeConfigured(String algorithm) {
    isRefused(
        "karyon.security.algorithms",
        CLIENT + "issuer=https://ehr.example.org",
        CLIENT + "jwks-urls=https://ehr.example.org/jwks.json",
        "karyon.security.algorithms=" + algorithm);
  }

  @ParameterizedTest
  @CsvSource({
    "karyon.security.opne=true, karyon.security.open",
    "karyon.hooks.allowed-origin=*, karyon.hooks.allowed-origins",
    "karyon.publicurl2=x, karyon.public-url",
    "karyon.fhir.dead-line2=1s, karyon.fhir.deadline",
    "karyon.security.clients.hospital.isuer=x, karyon.security.clients",
    "karyon.nothing=x, 'karyon.nothing'"
  })
  void aSettingThatNothingReadsIsRefusedWithTheNearestOne(String setting, String nearest) {
    isRefused(nearest, "spring.profiles.active=demo", setting);
  }

  @Test
  void codesThatCannotBeFollowedAreRefusedWithFileAndLine(@TempDir Path folder) throws IOException {
    Files.writeString(
        folder.resolve("lab.csv"),
        "system,code,display,concept\nhttps://h.example,A,x,karyotipe\n");

    isRefused(
        "lab.csv:2: There is no concept 'karyotipe'. Did you mean 'karyotype'?",
        "spring.profiles.active=demo",
        "karyon.codes=" + folder);
    isRefused(
        "cannot be read", "spring.profiles.active=demo", "karyon.codes=" + folder + "/no-such");
  }

  @Test
  void aPolicyThatCannotBeFollowedIsRefusedWithFileAndLine(@TempDir Path folder)
      throws IOException {
    Path policy = folder.resolve("policy.yaml");
    Files.writeString(
        policy,
        "entries:\n  - check: no-cns-profilaxis\n    do: off\n    hooks: [order-select]\n"
            + "    reason: x\n    owner: y\n    review: 2027-01-01\n");

    isRefused(
        "policy.yaml:2: There is no order check 'no-cns-profilaxis'. Did you mean"
            + " 'no-cns-prophylaxis'?",
        "spring.profiles.active=demo",
        "karyon.policy=" + policy);
    isRefused(
        "cannot be read", "spring.profiles.active=demo", "karyon.policy=" + folder + "/no-such");
  }

  @ParameterizedTest
  @CsvSource({
    "KARYON_PUBLIC_URL, https://cds.example.org",
    "KARYON_PUBLICURL, https://cds.example.org",
    "KARYON_HOOKS_ALLOWEDORIGINS, *",
    "KARYON_HOOKS_ALLOWED_ORIGINS_0, *",
    "KARYON_SECURITY_CLIENTS_HOSPITAL_JWKSURLS, x",
    "KARYON_SECURITY_CLIENTS_HOSPITAL_JWKS_URLS_0, x"
  })
  void aSettingMayBeAnEnvironmentVariable(String name, String value) {
    KNOWN.check(environment(name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KARYON_PUBLIC_ULR", "KARYON_HOOKS_ORIGINS", "KARYON_X"})
  void anEnvironmentVariableThatNothingReadsIsRefused(String name) {
    assertThatThrownBy(() -> KNOWN.check(environment(name, "x")))
        .isInstanceOf(RefusedConfiguration.class);
  }

  private static StandardEnvironment environment(String name, String value) {
    StandardEnvironment environment = new StandardEnvironment();
    Map<String, Object> variables = new LinkedHashMap<>(Map.of(name, value));
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
    environment
        .getPropertySources()
        .replace(
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME,
            new MapPropertySource(
                StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME, Map.of()));
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  @Test
  void everySettingIsDocumentedAndNothingElse() throws Exception {
    String page = Files.readString(Path.of("docs/configuration.md"));
    for (String name : KNOWN.names()) {
      assertThat(page).contains("`" + name.replace("*", "<name>") + "`");
    }
    Matcher documented = Pattern.compile("(?m)^\\| `(karyon\\.[^`]+)`").matcher(page);
    while (documented.find()) {
      assertThat(KNOWN.names()).contains(documented.group(1).replace("<name>", "*"));
    }
  }
}
