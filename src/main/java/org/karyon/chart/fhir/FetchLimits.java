package org.karyon.chart.fhir;

import java.time.Duration;

/**
 * How long and how much is read from a FHIR server for one request.
 *
 * @param deadline for all reads of a request together
 * @param connectTimeout for one connection
 * @param mostPages of one part of the record
 * @param mostEntries of one part of the record
 * @param mostBytes of one part of the record, unpacked
 * @param connections open at once, all servers together
 * @param connectionsPerServer open at once to one server
 */
public record FetchLimits(
    Duration deadline,
    Duration connectTimeout,
    int mostPages,
    int mostEntries,
    int mostBytes,
    int connections,
    int connectionsPerServer) {}
