/**
 * A server's whole population as a job of this service: its export is fetched, every patient is
 * assessed, and the results wait in the operator's folder until they expire. The jobs stand in the
 * database, so that any replica tells of each and goes on with one whose replica is gone.
 */
@NullMarked
package org.karyon.population;

import org.jspecify.annotations.NullMarked;
