package org.karyon.cards;

import java.util.Optional;

/**
 * For whom and by whom orders are drafted.
 *
 * @param patientId the patient, a bare id
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param requester the user as a reference that may request orders; empty otherwise
 */
public record CardContext(
    String patientId, Optional<String> encounterId, Optional<String> requester) {}
