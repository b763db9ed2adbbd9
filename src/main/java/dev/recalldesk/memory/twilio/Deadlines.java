package dev.recalldesk.memory.twilio;

import java.time.Duration;

/**
 * How long is waited at most, repetitions included; all are positive.
 *
 * @param connect for a connection, which is part of every other time
 * @param lookup for who has an identifier: somebody is on the phone
 * @param recall for an answer from one customer's memory
 * @param read for anything else that is read
 * @param write for a write to be taken
 * @param operation for a change to the store itself to be done, which the service does at leisure
 */
public record Deadlines(
        Duration connect, Duration lookup, Duration recall, Duration read, Duration write, Duration operation) {
    /** For daily work. */
    public static final Deadlines USUAL = new Deadlines(
            Duration.ofSeconds(2),
            Duration.ofSeconds(3),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(60));
}
