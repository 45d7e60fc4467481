/** The command line beside the service: one class a command. */
@NullMarked
package org.karyon.command;

import org.jspecify.annotations.NullMarked;
