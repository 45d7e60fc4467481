/**
 * The guideline as records: decision tables, rules, options, work-up, parameters and
 * interpretations, each with the source lines it rests on. Knows neither FHIR nor HTTP.
 */
@NullMarked
package org.karyon.guideline;

import org.jspecify.annotations.NullMarked;
