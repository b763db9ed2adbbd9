/**
 * The calls on the desk: the list, the strip above the panes, and finding out who is on the line. Knows snapshots of
 * encounters and the verbs of a phone; knows no other feature and not where an encounter comes from.
 *
 * <p>Why one view model for list and strip (2026-11): both show the same calls and the same one is selected in both. Two
 * models would have to tell each other, and could disagree for a moment.
 */
@NullMarked
package dev.recalldesk.calls;

import org.jspecify.annotations.NullMarked;
