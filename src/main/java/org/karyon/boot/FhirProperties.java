package org.karyon.boot;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of reading from the FHIR servers of the clients.
 *
 * @param deadline for all reads of one request together
 * @param connectTimeout for one connection
 * @param maximumPages of one part of the record
 * @param maximumEntries of one part of the record
 * @param maximumBytes of one part of the record, unpacked
 * @param connections open at once, all servers together
 * @param connectionsPerServer open at once to one server
 * @param privateAddressesAllowed whether a server may have an address of a private network
 */
@ConfigurationProperties("karyon.fhir")
record FhirProperties(
    @DefaultValue("2s") Duration deadline,
    @DefaultValue("500ms") Duration connectTimeout,
    @DefaultValue("50") int maximumPages,
    @DefaultValue("5000") int maximumEntries,
    @DefaultValue("8388608") int maximumBytes,
    @DefaultValue("200") int connections,
    @DefaultValue("50") int connectionsPerServer,
    @DefaultValue("false") boolean privateAddressesAllowed) {}
