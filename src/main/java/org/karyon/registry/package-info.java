/**
 * Whole registries: an export of a FHIR server, grouped by patient on disk, each patient assessed
 * by the same steps as a call, and the answers to a registry's questions.
 */
@NullMarked
package org.karyon.registry;

import org.jspecify.annotations.NullMarked;
