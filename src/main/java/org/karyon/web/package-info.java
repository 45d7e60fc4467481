/** What guards every address over HTTP, and the pages that belong to no protocol. */
@NullMarked
package org.karyon.web;

import org.jspecify.annotations.NullMarked;
