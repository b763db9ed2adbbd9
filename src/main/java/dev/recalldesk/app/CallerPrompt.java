package dev.recalldesk.app;

import dev.recalldesk.context.ContextPrompt;
import dev.recalldesk.context.Redaction;
import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.memory.PhoneNumbers;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * What the window shows of a customer, as the agent hands it to a language model. Numbers and addresses are always masked:
 * where it is pasted, nobody knows. Thread-safe.
 */
final class CallerPrompt {
    private final Redaction redaction;
    private final InstantSource clock;
    private final ZoneId zone;

    CallerPrompt(PhoneNumbers phones, InstantSource clock, ZoneId zone) {
        this.redaction = new Redaction(phones);
        this.clock = clock;
        this.zone = zone;
    }

    /** Nothing while it is not clear who is on the line. Too slow for the UI thread. */
    Optional<String> of(Encounter call) {
        return CallerContext.of(call, clock.instant()).map(redaction::of).map(known -> ContextPrompt.of(known, zone));
    }
}
