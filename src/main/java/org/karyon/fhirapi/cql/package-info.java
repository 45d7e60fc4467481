/**
 * The guideline's tables as one library of Clinical Quality Language, for engines of others: facts
 * come in as parameters, and what applies, needs facts or is excluded goes out as definitions.
 */
@NullMarked
package org.karyon.fhirapi.cql;

import org.jspecify.annotations.NullMarked;
