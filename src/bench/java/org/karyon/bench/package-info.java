/** Benchmarks: deterministic patients, stages in process, and the service over HTTP. */
@NullMarked
package org.karyon.bench;

import org.jspecify.annotations.NullMarked;
