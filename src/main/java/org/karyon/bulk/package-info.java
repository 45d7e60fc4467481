/**
 * Fetches an export of a FHIR server (FHIR Bulk Data Access 2): asked for, waited for, downloaded
 * and deleted there, as a backend service that signs its own requests for tokens.
 */
@NullMarked
package org.karyon.bulk;

import org.jspecify.annotations.NullMarked;
