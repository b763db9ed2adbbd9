/**
 * Writing a note and watching it reach the memory. Knows drafts, the outbox and the shared controls; knows no other
 * feature and never speaks to the memory itself.
 *
 * <p>Why drafts are numbered (2026-11): they are written on worker threads, and a slow older write must never land on a
 * newer one. {@link dev.recalldesk.notes.DraftKeeper} gives every version a number and drops what is overtaken.
 */
@NullMarked
package dev.recalldesk.notes;

import org.jspecify.annotations.NullMarked;
