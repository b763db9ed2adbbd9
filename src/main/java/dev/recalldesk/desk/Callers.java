package dev.recalldesk.desk;

import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.telephony.CallEvent;
import dev.recalldesk.telephony.CallEvent.Direction;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the other side of a call out of an event. Thread-safe. */
final class Callers {
    /** Where there is no call. */
    static final Caller NONE = new Caller("", null, null, false, null, null, null, null);

    private final PhoneNumbers phones;

    Callers(PhoneNumbers phones) {
        this.phones = phones;
    }

    Caller of(CallEvent event) {
        boolean in = event.direction() == Direction.IN;
        String other = in ? event.from() : Optional.ofNullable(event.to()).orElse("");
        @Nullable String ours = in ? event.to() : event.from();
        boolean withheld = in ? event.withheld() : other.isBlank();
        Optional<String> e164 = withheld ? Optional.empty() : phones.e164(other);
        return new Caller(
                withheld ? "" : e164.map(phones::readable).orElse(other),
                e164.orElse(null),
                e164.flatMap(phones::region).orElse(null),
                withheld,
                event.displayName(),
                ours,
                event.queue(),
                event.conversationId());
    }

    /** The number stays as it was first announced; what was missing then may come with a later event. */
    static Caller together(Caller first, Caller later) {
        return new Caller(
                first.number(),
                first.e164(),
                first.region(),
                first.withheld(),
                first.networkName() == null ? later.networkName() : first.networkName(),
                first.calledNumber() == null ? later.calledNumber() : first.calledNumber(),
                first.queue() == null ? later.queue() : first.queue(),
                first.conversationId() == null ? later.conversationId() : first.conversationId());
    }
}
