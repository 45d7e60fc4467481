/**
 * What clinicians did with the cards: kept durably, never changed, and reported by rule. No patient
 * is stored here; a card is known by its number alone.
 */
@NullMarked
package org.karyon.feedback;

import org.jspecify.annotations.NullMarked;
