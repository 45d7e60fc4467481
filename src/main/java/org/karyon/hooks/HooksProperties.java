package org.karyon.hooks;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the HTTP side.
 *
 * @param allowedOrigins origins that browsers may call from; none unless configured
 * @param maximumBodyBytes the largest request body; 4 MiB unless configured
 * @param maximumEntries the most resources in one request
 * @param concurrentRequests how many requests are worked on at the same time; more are answered
 *     with 503
 * @param concurrentRequestsPerClient how many of them one client may have; more are answered with
 *     429
 */
@ConfigurationProperties("karyon.hooks")
record HooksProperties(
    @DefaultValue List<String> allowedOrigins,
    @DefaultValue("4194304") int maximumBodyBytes,
    @DefaultValue("20000") int maximumEntries,
    @DefaultValue("64") int concurrentRequests,
    @DefaultValue("32") int concurrentRequestsPerClient) {}
