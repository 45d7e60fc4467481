/** The diagnosis, fitness, liver, blasts and antigens of the patient. */
@NullMarked
package org.karyon.reading.patient;

import org.jspecify.annotations.NullMarked;
