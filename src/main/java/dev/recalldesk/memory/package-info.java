/**
 * The port: what the desk may ask of a memory, and the records it answers with. Knows nothing of screens, of the wire or of
 * where the facts are kept.
 *
 * <p>Why two doors (2026-11): {@link dev.recalldesk.memory.MemoryAccount} holds what belongs to the whole account (the list
 * of stores), {@link dev.recalldesk.memory.Memory} is one store, opened. The desk works on one store at a time, so it
 * never has to carry a store id through every call.
 */
@NullMarked
package dev.recalldesk.memory;

import org.jspecify.annotations.NullMarked;
