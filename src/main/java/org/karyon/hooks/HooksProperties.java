package org.karyon.hooks;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the HTTP side.
 *
 * @param allowedOrigins origins that browsers may call from; none unless configured
 * @param maximumBodyBytes the largest request body; 8 MiB unless configured
 * @param maximumEntries the most resources in one request
 * @param concurrentRequests how many requests are worked on at the same time; more are answered
 *     with 503
 * @param concurrentRequestsPerClient how many of them one client may have; more are answered with
 *     429
 * @param bodyDeadline how long the headers of a request, and then its body, may take to arrive
 * @param bytesInFlight how many bytes of request bodies are held at the same time; a 32nd of the
 *     memory, and never less than two of the largest bodies, when it is 0
 * @param connectionsPerAddress how many connections one address may hold; any number when it is 0
 * @param warmUp how long, after the start and while nobody calls, examples are answered in the
 *     background so that the virtual machine compiles what calls use; not at all when it is 0
 */
@ConfigurationProperties("karyon.hooks")
record HooksProperties(
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("8388608") int maximumBodyBytes,
    @DefaultValue("20000") int maximumEntries,
    @DefaultValue("64") int concurrentRequests,
    @DefaultValue("32") int concurrentRequestsPerClient,
    @DefaultValue("10s") Duration bodyDeadline,
    @DefaultValue("0") long bytesInFlight,
    @DefaultValue("256") int connectionsPerAddress,
    @DefaultValue("45s") Duration warmUp) {

  private static final long PART_OF_MEMORY = 32;

  long bytesHeld() {
    return bytesInFlight > 0
        ? bytesInFlight
        : Math.max(Runtime.getRuntime().maxMemory() / PART_OF_MEMORY, 2L * maximumBodyBytes);
  }
}
