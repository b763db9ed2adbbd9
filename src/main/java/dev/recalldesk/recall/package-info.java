/**
 * Asking a customer's memory: the Recall field, its answers, and what may matter now without being asked. Knows the
 * memory's port and the desk's snapshots; knows no other feature and no timeline.
 */
@NullMarked
package dev.recalldesk.recall;

import org.jspecify.annotations.NullMarked;
