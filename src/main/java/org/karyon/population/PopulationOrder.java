package org.karyon.population;

import java.time.LocalDate;

/**
 * What a client asked for.
 *
 * @param client who asked; nobody else sees the job
 * @param address the address that was called
 * @param server the base URL of the server
 * @param export which export, relative to the server
 * @param asOf the day for which is answered
 * @param replayed whether that day lay in the past when this was asked
 */
public record PopulationOrder(
    String client,
    String address,
    String server,
    String export,
    LocalDate asOf,
    boolean replayed) {}
