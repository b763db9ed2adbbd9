/** The command line: starts the window or one of the other commands. It may know every other package. */
@NullMarked
package dev.recalldesk;

import org.jspecify.annotations.NullMarked;
