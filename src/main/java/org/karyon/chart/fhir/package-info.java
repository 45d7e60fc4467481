/**
 * Reads missing parts of the record from the EHR's FHIR server, with HAPI's client: in parallel,
 * within one deadline, every page, and never from anywhere else than the server that was allowed.
 */
@NullMarked
package org.karyon.chart.fhir;

import org.jspecify.annotations.NullMarked;
