/** How calls are announced to the desk, whatever phone they come from. Knows no memory and no screen. */
@NullMarked
package dev.recalldesk.telephony;

import org.jspecify.annotations.NullMarked;
