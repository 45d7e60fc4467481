/** FHIR resources as plain results, each read once. */
@NullMarked
package org.karyon.reading.resources;

import org.jspecify.annotations.NullMarked;
