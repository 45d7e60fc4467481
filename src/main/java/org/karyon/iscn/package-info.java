/**
 * Reads karyotypes and FISH results written in ISCN and says what they show of acute lymphoblastic
 * leukemia.
 *
 * <p>{@link org.karyon.iscn.Karyotypes} is the way in. The package stands alone: it uses the JDK
 * only, knows nothing of FHIR or of a guideline, and never throws on any text. What it cannot read
 * it keeps, with its position, and never takes for normal.
 */
@NullMarked
package org.karyon.iscn;

import org.jspecify.annotations.NullMarked;
