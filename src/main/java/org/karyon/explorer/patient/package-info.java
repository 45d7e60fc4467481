/** What the page of a patient shows, as plain values; nothing here knows HTTP. */
@NullMarked
package org.karyon.explorer.patient;

import org.jspecify.annotations.NullMarked;
