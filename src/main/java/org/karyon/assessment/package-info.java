/**
 * Facts in, assessment out: the evaluator of the tables, risk, work-up, treatment and what is
 * missing. Pure; knows neither FHIR, JSON nor HTTP.
 */
@NullMarked
package org.karyon.assessment;

import org.jspecify.annotations.NullMarked;
