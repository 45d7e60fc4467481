package org.karyon.guideline;

import java.util.List;
import org.karyon.facts.Fact;

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
    boolean adjunct,
    boolean intensive,
    Citation citation,
    List<String> interpretations) {}
