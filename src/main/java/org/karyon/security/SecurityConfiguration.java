package org.karyon.security;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import java.time.Clock;
import java.time.Duration;
import org.karyon.outcomes.Outcomes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;

/**
 * Who may call what. Clients sign a token for each call; what is for the operator alone asks for
 * the operator's password; knowledge and health are for everybody.
 */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class SecurityConfiguration {

  private static final Logger LOG = LoggerFactory.getLogger(SecurityConfiguration.class);
  private static final Duration AN_HOUR = Duration.ofHours(1);
  private static final String OPERATOR = "OPERATOR";
  private static final String BASIC = "Basic realm=\"operator\"";

  /** What tells nothing of a patient and is asked for by browsers, probes and integrators. */
  private static final String[] FOR_EVERYBODY = {
    "/",
    "/explorer/**",
    "/webjars/**",
    "/npm/**",
    // Exists only where the app is configured, and asks the FHIR server who may read the patient.
    "/smart/**",
    "/integrators",
    "/integrators/**",
    "/cds-services",
    "/guideline",
    "/guideline/package.tgz",
    "/guideline.md",
    "/openapi",
    "/fhir/metadata",
    "/fhir/.well-known/smart-configuration",
    "/actuator/health",
    "/actuator/health/**",
    // Invented patients, which only the demo profile serves.
    "/demo/fhir/**"
  };

  private static final String[] FOR_THE_OPERATOR = {"/actuator/**", "/feedback/**", "/codes/**"};

  /** A call is observed as a whole; each of its filters would be observed twice otherwise. */
  @Bean
  SecurityObservationSettings securityObservations() {
    return SecurityObservationSettings.noObservations();
  }

  @Bean
  Clients clients(SecurityProperties properties) {
    Clients clients = new Clients(properties);
    if (clients.isEmpty() && properties.authorizationServers().isEmpty() && !properties.open()) {
      throw new RefusedConfiguration(
          "No client is configured, so nobody could call this service.",
          "Set karyon.security.clients.<name>.issuer and its keys (docs/configuration.md), or"
              + " karyon.security.open=true for a demonstration without patients.");
    }
    boolean named = !clients.isEmpty() || !properties.authorizationServers().isEmpty();
    if (named && properties.open()) {
      throw new RefusedConfiguration(
          "karyon.security.open=true contradicts karyon.security.clients and"
              + " authorization-servers.",
          "Remove one of them: an open service takes no notice of who calls.");
    }
    return clients;
  }

  @Bean
  AuthorizationServers authorizationServers(
      SecurityProperties properties, ExternalAddress address) {
    return new AuthorizationServers(properties, address);
  }

  @Bean
  TokenRules tokenRules(SecurityProperties properties, Clock clock) {
    if (properties.longestTokenLife().compareTo(AN_HOUR) > 0) {
      throw new RefusedConfiguration(
          "karyon.security.longest-token-life is over an hour.",
          "Tokens are signed for one call; minutes are enough.");
    }
    return new TokenRules(clock, properties.clockSkew(), properties.longestTokenLife());
  }

  @Bean
  FhirServersOfCaller fhirServersOfCaller(Clients clients, SecurityProperties properties) {
    FhirServerAllowList ofEverybody =
        Clients.fhirServers(
            "karyon.security",
            properties.fhirBaseUrls(),
            properties.fhirBaseUrlsWithoutToken(),
            properties.fhir(),
            properties.httpAllowed());
    return request ->
        request.getUserPrincipal() instanceof JwtAuthenticationToken client
            ? clients
                .named(client.getName())
                .map(Client::fhirServers)
                .orElse(FhirServerAllowList.NONE)
            : properties.open() ? ofEverybody : FhirServerAllowList.NONE;
  }

  /** The operator, by HTTP Basic, which every scraper of metrics speaks. */
  @Bean
  UserDetailsService operators(OperatorProperties operator, PasswordEncoder encoder) {
    InMemoryUserDetailsManager operators = new InMemoryUserDetailsManager();
    String password = operator.password();
    if (!password.isEmpty()) {
      operators.createUser(
          User.withUsername(operator.name())
              .password(password.startsWith("{") ? password : encoder.encode(password))
              .roles(OPERATOR)
              .build());
    }
    return operators;
  }

  @Bean
  PasswordEncoder passwordEncoder() {
    return PasswordEncoderFactories.createDelegatingPasswordEncoder();
  }

  @Bean
  @Order(1)
  SecurityFilterChain forEverybody(HttpSecurity http) throws Exception {
    return stateless(
            http.securityMatchers(
                pages ->
                    pages
                        .requestMatchers(FOR_EVERYBODY)
                        // The page; reading a text as JSON is for clients.
                        .requestMatchers(HttpMethod.GET, "/karyotype")))
        .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain forTheOperator(HttpSecurity http, SecurityProperties properties)
      throws Exception {
    return stateless(
            http.securityMatchers(
                pages -> {
                  pages.requestMatchers(FOR_THE_OPERATOR);
                  if (!properties.open()) {
                    // A browser cannot sign tokens, so that pages of pasted records are the
                    // operator's.
                    pages.requestMatchers("/patients", "/patients/**");
                  }
                }))
        .httpBasic(basic -> basic.authenticationEntryPoint(unknown(BASIC)))
        .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unknown(BASIC)))
        .authorizeHttpRequests(requests -> requests.anyRequest().hasRole(OPERATOR))
        .build();
  }

  @Bean
  @Order(3)
  SecurityFilterChain forClients(
      HttpSecurity http,
      SecurityProperties properties,
      Clients clients,
      TokenRules rules,
      SeenTokens seen,
      ExternalAddress address,
      AuthorizationServers authorizationServers,
      MeterRegistry meters)
      throws Exception {
    if (properties.open()) {
      LOG.warn("Anybody may call this service: karyon.security.open=true");
      return stateless(http)
          .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
          .build();
    }
    return stateless(http)
        .oauth2ResourceServer(
            tokens ->
                tokens
                    .authenticationManagerResolver(
                        new AccessTokens(
                            authorizationServers,
                            new ClientAuthentication(clients, rules, seen, address, meters)))
                    .authenticationEntryPoint(unknown("Bearer")))
        .authorizeHttpRequests(
            requests ->
                requests
                    .dispatcherTypeMatchers(DispatcherType.ERROR)
                    .permitAll()
                    .requestMatchers(HttpMethod.OPTIONS)
                    .permitAll()
                    .requestMatchers(FhirApiAccess::isFor)
                    .access(new FhirApiAccess(clients))
                    .anyRequest()
                    .authenticated())
        .build();
  }

  private static HttpSecurity stateless(HttpSecurity http) throws Exception {
    return http.csrf(AbstractHttpConfigurer::disable)
        .cors(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .requestCache(AbstractHttpConfigurer::disable)
        .sessionManagement(
            sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .exceptionHandling(
            refusals ->
                refusals.authenticationEntryPoint(unknown("Bearer")).accessDeniedHandler(denied()));
  }

  /** No detail: who probes with tokens learns nothing (CDS Hooks best practices, Security). */
  private static AuthenticationEntryPoint unknown(String challenge) {
    return (request, response, refused) -> {
      if (refused instanceof TokensUnavailable) {
        response.setHeader("Retry-After", "5");
        Outcomes.write(
            response,
            HttpStatus.SERVICE_UNAVAILABLE,
            "transient",
            "Callers cannot be recognised at the moment; try again shortly.");
        return;
      }
      response.setHeader("WWW-Authenticate", challenge);
      Outcomes.write(response, HttpStatus.UNAUTHORIZED, "login", "Not authenticated.");
    };
  }

  private static AccessDeniedHandler denied() {
    return (request, response, refused) ->
        Outcomes.write(response, HttpStatus.FORBIDDEN, "forbidden", "Not allowed.");
  }
}
