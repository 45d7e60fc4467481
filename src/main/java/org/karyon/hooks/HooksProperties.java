package org.karyon.hooks;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the HTTP side.
 *
 * @param allowedOrigins origins that browsers may call from; none unless configured
 * @param maximumBodyBytes the largest request body; 4 MiB unless configured
 */
@ConfigurationProperties("karyon.hooks")
record HooksProperties(
    @DefaultValue List<String> allowedOrigins, @DefaultValue("4194304") int maximumBodyBytes) {}
