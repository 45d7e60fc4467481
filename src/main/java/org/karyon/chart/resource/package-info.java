/**
 * FHIR R4 resources as small records of what readers use, read straight from their JSON. Reading is
 * total: whatever the JSON holds, it ends with a record and with the word whether a value in it was
 * not valid.
 */
@NullMarked
package org.karyon.chart.resource;

import org.jspecify.annotations.NullMarked;
