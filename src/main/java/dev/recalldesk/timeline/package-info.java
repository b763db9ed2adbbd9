/**
 * What is remembered about a customer over time: observations, summaries and notes on their way. Knows the memory's port
 * and the desk's snapshots; knows no other feature and nothing of how a question is answered.
 *
 * <p>Why pages are merged below the reader (2026-11): a memory lists by the time of writing, people read by the time it
 * happened, and imports make the two differ by years. Everything loaded is sorted by when it happened, but only below the
 * lowest row that was on the screen. A late page can therefore never move a row that was read; a fact that belongs further
 * up stands at the first unread place, under a day header of its own.
 */
@NullMarked
package dev.recalldesk.timeline;

import org.jspecify.annotations.NullMarked;
