/**
 * What the desk does without a screen: the screen pop, the outbox, drafts, the call log. Knows the memory's port and the
 * calls, and hands out immutable snapshots; knows no toolkit and no wire.
 *
 * <p>Why snapshots (2026-11): work here happens on many threads at once. A listener that is handed a whole new
 * {@link dev.recalldesk.desk.Encounter} needs no lock and can never see half a change.
 */
@NullMarked
package dev.recalldesk.desk;

import org.jspecify.annotations.NullMarked;
