/**
 * Whole registries on a cluster: the same steps as on one machine, with Apache Spark for the
 * grouping by patient.
 */
@NullMarked
package org.karyon.spark;

import org.jspecify.annotations.NullMarked;
