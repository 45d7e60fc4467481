/** Work that is counted instead of timed: how it grows with what is sent. */
@org.jspecify.annotations.NullMarked
package org.karyon.hostile.instrumented;
