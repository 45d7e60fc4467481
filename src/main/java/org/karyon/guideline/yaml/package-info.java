/**
 * Reads the guideline folder strictly: every problem is found at once and told with file, line and
 * what to do, in words a clinician understands; nothing inconsistent is ever loaded.
 */
@NullMarked
package org.karyon.guideline.yaml;

import org.jspecify.annotations.NullMarked;
