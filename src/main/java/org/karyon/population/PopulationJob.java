package org.karyon.population;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A job as the database has it.
 *
 * @param id its id, which cannot be guessed
 * @param order what was asked for
 * @param askedAt when
 * @param state how far it is
 * @param attempts how often a replica began it
 * @param beatAt when its replica last said that it works on it
 * @param progress how far it is, in words
 * @param message why it failed; empty otherwise
 * @param endedAt when it was done or failed
 */
public record PopulationJob(
    UUID id,
    PopulationOrder order,
    Instant askedAt,
    JobState state,
    int attempts,
    Optional<Instant> beatAt,
    String progress,
    String message,
    Optional<Instant> endedAt) {}
