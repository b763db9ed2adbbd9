package dev.recalldesk.context;

import dev.recalldesk.desk.CallerContext;
import dev.recalldesk.desk.CallerContext.Fact;
import dev.recalldesk.desk.CallerContext.Item;
import dev.recalldesk.desk.CallerContext.Recalled;
import dev.recalldesk.desk.Essentials;
import dev.recalldesk.memory.Recall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What is known of Alyssa Marlow, for tests of how it is written down. */
final class Contexts {
    static final Instant NOW = Instant.parse("2026-11-24T14:05:11Z");
    private static final Instant CHANGED = Instant.parse("2026-11-19T09:00:00Z");
    private static final Instant CALLED = Instant.parse("2026-11-17T16:20:00Z");
    private static final Instant WROTE = Instant.parse("2026-11-12T09:42:00Z");

    private Contexts() {}

    static CallerContext alyssa() {
        return hostile("Asked for a copy of invoice HP-20418; the first never arrived.");
    }

    /** The same with these words wherever somebody else can put words. */
    static CallerContext hostile(String words) {
        return with(new Recalled(
                Recall.Mode.QUERY,
                "double charge",
                List.of(
                        new Item("o7", words, "agent.jdoe", CALLED, true, 0.86, List.of("conv_1")),
                        new Item("o8", "Wants the refund on the card.", "sms", WROTE, false, null, List.of())),
                List.of(new Item("s12", words, null, WROTE, false, null, List.of("conv_1")))));
    }

    static CallerContext with(Recalled recalled) {
        return new CallerContext(
                "mem_profile_00000000000000000000000001",
                "Alyssa Marlow",
                "+1 317 555 0142",
                "Gold",
                LocalDate.of(2023, 3, 8),
                new Essentials(
                        "Refund of $248.00 promised by Thu 19 Nov",
                        new Essentials.Contact(CALLED, "Asked for an invoice. Call back.")),
                List.of(
                        new Fact("Contact", "city", "Indianapolis", null),
                        new Fact("Account", "accountNumber", "48213", CHANGED),
                        new Fact("Support", "promise", "Refund of $248.00 promised by Thu 19 Nov", CHANGED)),
                recalled,
                NOW,
                false);
    }
}
