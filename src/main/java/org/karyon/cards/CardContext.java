package org.karyon.cards;

import java.util.Map;
import java.util.Optional;
import org.karyon.guideline.HookMoment;
import tools.jackson.databind.JsonNode;

/**
 * For whom and by whom orders are drafted.
 *
 * @param patientId the patient, a bare id
 * @param encounterId the encounter, a bare id; empty when the client sent none
 * @param requester the user as a reference that may request orders; empty otherwise
 * @param moment at which moment of the work the cards are shown
 * @param drafts the unsigned orders as the client sent them, by reference
 */
public record CardContext(
    String patientId,
    Optional<String> encounterId,
    Optional<String> requester,
    HookMoment moment,
    Map<String, JsonNode> drafts) {}
