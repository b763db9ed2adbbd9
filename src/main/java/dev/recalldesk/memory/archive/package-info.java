/**
 * Whole stores as files: customers with everything remembered about them as JSON Lines, one format for every memory. Here is
 * the format, and the way of a store into a file and back through the port, page by page and batch by batch. It knows the port
 * and no particular memory; the embedded one writes and reads the same lines within one transaction of its own.
 */
@NullMarked
package dev.recalldesk.memory.archive;

import org.jspecify.annotations.NullMarked;
