/**
 * The embedded memory: everything remembered, kept on this machine and searched here. It knows the port it serves and
 * nothing of screens, calls or the wire.
 *
 * <p>Why two files of truth and search (2026-11): SQLite holds the facts, because it survives a crash at any moment; Lucene
 * holds what can be computed from them again, so a damaged or missing index costs seconds and no fact.
 */
@NullMarked
package dev.recalldesk.memory.local;

import org.jspecify.annotations.NullMarked;
