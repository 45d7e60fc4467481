/**
 * An assessment becomes cards: the wording, the findings that a clinician can check, and complete
 * draft orders without doses. Knows neither HTTP nor how a record is parsed.
 */
@NullMarked
package org.karyon.cards;

import org.jspecify.annotations.NullMarked;
