package dev.recalldesk.connection;

import java.time.Duration;
import java.time.Instant;

/** What a connection must pass, in this order; each builds on the one before. */
public enum Check {
    /** The name of the host has an address. */
    NAME,
    /** The host is reached, and nobody else can read what is sent. */
    SAFE,
    /** The account knows who asks. */
    CREDENTIALS,
    /** The account tells which stores it has. */
    STORES,
    /** The store that is meant can be worked with. */
    STORE,
    /** The store has the groups of fields the desk shows. */
    GROUPS,
    /** Somebody can be looked up by their number. */
    LOOKUP;

    /** How far a check is. */
    public sealed interface State {
        /** What comes before is not passed yet. */
        record Waiting() implements State {}

        record Running(Instant since) implements State {}

        /** @param found a fact worth telling, such as a version or a name; may be empty */
        record Passed(Duration took, String found) implements State {}

        /** @param found what the trouble is about, such as the names of what is missing; may be empty */
        record Failed(Duration took, Trouble trouble, String found) implements State {}

        /** Whether the next check can be begun. */
        default boolean goesOn() {
            return this instanceof Passed
                    || (this instanceof Failed failed && failed.trouble().harmless());
        }
    }
}
