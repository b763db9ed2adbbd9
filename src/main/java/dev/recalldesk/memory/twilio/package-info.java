/**
 * The memory at Twilio: the port spoken over the wire, in both dialects. It knows the port and the wire; it knows nothing of
 * screens, of the desk or of where the facts are kept.
 *
 * <p>Why every exchange has a thread of its own (2026-11): a deadline for the whole answer, and a caller that gives up, have
 * to end an exchange wherever it hangs, in the name lookup, the handshake or the middle of a body. The caller waits on a
 * future it can leave at any moment; the exchange runs on a virtual thread and is ended by closing its connection.
 *
 * <p>Why notes are not repeated here (2026-11): the wire knows no idempotency key. What is not known to be harmless is sent
 * once, {@link dev.recalldesk.memory.MemoryFailure#mayHaveHappened} says whether it may have been done, and the outbox of the
 * desk, which keeps the note on the disk, looks before it sends again. Two places deciding that would be one too many.
 */
@NullMarked
package dev.recalldesk.memory.twilio;

import org.jspecify.annotations.NullMarked;
