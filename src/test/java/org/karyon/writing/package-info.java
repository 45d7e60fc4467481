/** How the sources are written: their format, and what Error Prone and NullAway know. */
package org.karyon.writing;
