/**
 * CDS Hooks 2.0 over HTTP: discovery, service calls, feedback, and errors as OperationOutcomes.
 * Knows no rules.
 */
@NullMarked
package org.karyon.hooks;

import org.jspecify.annotations.NullMarked;
