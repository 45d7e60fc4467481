/** Drafts of orders as FHIR R4 resources; the cards and the FHIR API both take them from here. */
@NullMarked
package org.karyon.orders;

import org.jspecify.annotations.NullMarked;
