/**
 * What may be reached and with what: the allowed FHIR servers, the addresses behind their names,
 * the token passed along. Knows no rules and no record.
 */
@NullMarked
package org.karyon.security;

import org.jspecify.annotations.NullMarked;
