package org.karyon.guideline;

import java.util.List;
import org.karyon.facts.Fact;
import org.karyon.facts.Presence;

/**
 * A treatment that the guideline offers for a clinician to choose.
 *
 * @param id the option id on the wire
 * @param name the words on a card
 * @param orders what is drafted together when it is chosen
 * @param optional what the source leaves open beside it; named, never drafted
 * @param background notes to show with it
 * @param cautions facts that are said beside the option, when they are present or, where a test
 *     could settle them, not known
 * @param targets antigens that its drugs act on; said beside the option when the newest result is
 *     negative (source lines 106, 120)
 * @param shows facts whose value stands behind its name on a card, because it rests on them
 * @param draftedWhen rows, one of which must hold for its orders to be drafted; without it the
 *     option stands in words; empty when they always may be
 * @param recognisedWith other regimens that stand for the chemotherapy of this option when drafts
 *     are compared with it
 * @param recognisedBy the orders by which drafts are recognised as this option where they differ
 *     from what it drafts; all of them must be on the screen or active; empty for its own orders
 * @param adjunct whether it is only added to another option
 * @param intensive whether it is an intensive regimen
 * @param citation the source lines
 * @param interpretations the interpretations it rests on
 */
public record TreatmentOption(
    String id,
    String name,
    List<String> orders,
    List<String> optional,
    List<String> background,
    List<Fact<?>> cautions,
    List<Fact<Presence>> targets,
    List<Fact<?>> shows,
    List<Row> draftedWhen,
    List<String> recognisedWith,
    List<String> recognisedBy,
    boolean adjunct,
    boolean intensive,
    Citation citation,
    List<String> interpretations) {}
