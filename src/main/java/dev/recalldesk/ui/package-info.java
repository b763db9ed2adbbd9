/** Shared controls and the two doors between threads. Knows no feature, no memory and no call. */
@NullMarked
package dev.recalldesk.ui;

import org.jspecify.annotations.NullMarked;
