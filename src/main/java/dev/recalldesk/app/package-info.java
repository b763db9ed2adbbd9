/** The program as a whole: it builds every part, holds the window together and may know every package but the server. */
@NullMarked
package dev.recalldesk.app;

import org.jspecify.annotations.NullMarked;
