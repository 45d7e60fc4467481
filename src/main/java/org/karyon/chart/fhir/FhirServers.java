package org.karyon.chart.fhir;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.rest.client.apache.ApacheRestfulClientFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.http.client.config.RequestConfig;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.apache.http.impl.conn.PoolingHttpClientConnectionManager;
import org.karyon.chart.ChartPart;
import org.karyon.chart.PartQuery;
import org.karyon.chart.RecordJson;
import org.karyon.chart.RecordSource;
import org.karyon.outcomes.OutOfMemory;
import org.karyon.security.AccessToken;
import org.karyon.security.FhirBaseUrl;
import org.karyon.security.FhirPeculiarities;
import org.karyon.security.GuardedConnections;
import org.karyon.security.ReachableAddresses;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to FHIR servers, shared by all requests. Nothing of a request stays behind: no
 * cookies, no tokens, no answers.
 */
public final class FhirServers implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(FhirServers.class);

  private final FetchLimits limits;
  private final RecordJson json;
  private final ObservationRegistry observations;
  private final CloseableHttpClient http;
  private final ApacheRestfulClientFactory client;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  /**
   * Opens the pool; no connection is made yet.
   *
   * @param limits how long and how much is read
   * @param addresses which addresses may be connected to
   * @param json reads the answers
   * @param observations is told how long each part took and what came of it
   */
  public FhirServers(
      FetchLimits limits,
      ReachableAddresses addresses,
      RecordJson json,
      ObservationRegistry observations) {
    this.observations = observations;
    this.limits = limits;
    this.json = json;
    this.http = http(limits, addresses);
    this.client = new ApacheRestfulClientFactory(FhirContext.forR4Cached());
    this.client.setHttpClient(http);
  }

  private static CloseableHttpClient http(FetchLimits limits, ReachableAddresses addresses) {
    PoolingHttpClientConnectionManager pool = GuardedConnections.to(addresses);
    pool.setMaxTotal(limits.connections());
    pool.setDefaultMaxPerRoute(limits.connectionsPerServer());
    int deadline = Math.toIntExact(limits.deadline().toMillis());
    return HttpClients.custom()
        .setConnectionManager(pool)
        .setDefaultRequestConfig(
            RequestConfig.custom()
                .setConnectTimeout(Math.toIntExact(limits.connectTimeout().toMillis()))
                .setConnectionRequestTimeout(deadline)
                .setSocketTimeout(deadline)
                .build())
        .evictIdleConnections(30, TimeUnit.SECONDS)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  /**
   * One server as the source of one request; the deadline begins now.
   *
   * @param base the server, already found to be allowed
   * @param token the token to read with; empty only for an open server
   * @param peculiarities in what the server differs from the standard
   * @return the source
   */
  public RecordSource on(
      FhirBaseUrl base, Optional<AccessToken> token, FhirPeculiarities peculiarities) {
    Deadline deadline = Deadline.in(limits.deadline());
    FhirRequest request = new FhirRequest(client, json, token);
    return queries -> {
      Map<PartQuery, ChartPart> parts = new LinkedHashMap<>();
      List<PartQuery> asked = new ArrayList<>();
      for (PartQuery query : queries) {
        if (peculiarities.notServed().contains(query.key().resourceType())) {
          parts.put(query, new ChartPart.Whole(List.of()));
        } else {
          asked.add(query);
        }
      }
      parts.putAll(read(asked, base, request, peculiarities, deadline));
      return parts;
    };
  }

  private Map<PartQuery, ChartPart> read(
      List<PartQuery> queries,
      FhirBaseUrl base,
      FhirRequest request,
      FhirPeculiarities peculiarities,
      Deadline deadline) {
    // Not on the virtual threads, which know nothing of the call that they belong to.
    Optional<Observation> calling = Optional.ofNullable(observations.getCurrentObservation());
    List<Running> running =
        queries.stream()
            .map(query -> new PartReading(query, base, request, peculiarities, limits, deadline))
            .map(reading -> new Running(reading, threads.submit(observed(reading, calling))))
            .toList();
    Map<PartQuery, ChartPart> parts = new LinkedHashMap<>();
    for (Running part : running) {
      PartQuery query = part.reading().query();
      parts.put(query, logged(query, await(part.result(), part.reading(), deadline)));
    }
    return parts;
  }

  private Callable<ChartPart> observed(PartReading reading, Optional<Observation> calling) {
    return () -> {
      Observation observation =
          Observation.createNotStarted("karyon.fetch", observations)
              .lowCardinalityKeyValue("key", reading.query().key().name())
              .lowCardinalityKeyValue("outcome", "abandoned");
      calling.ifPresent(observation::parentObservation);
      return observation.observeChecked(
          () -> {
            ChartPart part = reading.call();
            observation.lowCardinalityKeyValue("outcome", outcome(part));
            return part;
          });
    };
  }

  private static String outcome(ChartPart part) {
    return switch (part) {
      case ChartPart.Whole unused -> "whole";
      case ChartPart.Partial unused -> "partial";
      case ChartPart.Missing unused -> "missing";
    };
  }

  private record Running(PartReading reading, Future<ChartPart> result) {}

  private static ChartPart await(
      Future<ChartPart> running, PartReading reading, Deadline deadline) {
    try {
      return running.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      // An interrupted virtual thread closes the socket it waits for; one that never has to wait,
      // because bytes keep coming, is ended by closing its connection.
      running.cancel(true);
      return reading.outOfTime();
    } catch (InterruptedException stopped) {
      running.cancel(true);
      Thread.currentThread().interrupt();
      return new ChartPart.Missing("the service is being stopped");
    } catch (ExecutionException unforeseen) {
      OutOfMemory.endOn(unforeseen);
      Throwable cause = Objects.requireNonNullElse(unforeseen.getCause(), unforeseen);
      LOG.error("Unforeseen {} while reading", cause.getClass().getName());
      return new ChartPart.Missing("reading it from the FHIR server failed");
    }
  }

  /** The reasons are ours and name neither patient nor token. */
  private static ChartPart logged(PartQuery query, ChartPart part) {
    switch (part) {
      case ChartPart.Missing missing ->
          LOG.warn("Prefetch key {} was not read: {}", query.key().name(), missing.reason());
      case ChartPart.Partial partial ->
          LOG.warn("Prefetch key {} is incomplete: {}", query.key().name(), partial.reason());
      case ChartPart.Whole unused -> {}
    }
    return part;
  }

  /** Ends what is under way and closes the connections. */
  @Override
  public void close() {
    threads.shutdownNow();
    try {
      http.close();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
