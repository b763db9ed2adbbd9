package dev.recalldesk.profile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the pane about the customer shows. Every word in it is ready to be read. */
public sealed interface ProfileState {
    /** No call, or it is not clear who is on the line. */
    record Absent() implements ProfileState {}

    /** The memory is being asked who this is. */
    record Searching(String number) implements ProfileState {}

    /**
     * One customer.
     *
     * @param summary the newest summary; {@code null} while there is none
     */
    record Known(
            Who who,
            Essentials essentials,
            Traits traits,
            @Nullable LastSummary summary) implements ProfileState {}

    /**
     * The head of the pane.
     *
     * @param since "Customer since Mar 2023"
     * @param number empty when there is none
     * @param matched "matched in 84 ms"; empty while unknown
     * @param tier empty when there is none
     * @param confirmed whether the memory itself has said so, not only this desk's cache
     */
    record Who(String name, String since, String number, String matched, String tier, boolean confirmed) {}

    /**
     * What matters first; an empty text means there is nothing to say.
     *
     * @param contact "Last contact Tue 17 Nov"
     * @param topic the first sentence of that contact
     */
    record Essentials(String promise, String contact, String topic) {
        public boolean empty() {
            return promise.isEmpty() && contact.isEmpty();
        }
    }

    /**
     * @param groups in the order they are shown; empty when nothing is known
     * @param phase whether they are all there
     */
    record Traits(List<Group> groups, Phase phase) {
        public Traits {
            groups = List.copyOf(groups);
        }
    }

    /** How far the traits have come. */
    enum Phase {
        WAITING,
        READY,
        /** The memory could not answer; the groups are what was known before. */
        FAILED
    }

    record Group(String name, List<Row> rows) {
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * One trait.
     *
     * @param id group and name, stable over all snapshots
     * @param label its name in words
     * @param value empty when it was just removed
     * @param age "3 w"; empty while the memory has not said
     * @param changedAt the exact moment for hovering; empty while the memory has not said
     * @param mark what it was a moment ago ("was Gold", "new"); empty when nothing changed lately
     */
    record Row(String id, String label, String value, String age, String changedAt, String mark) {}

    /** @param day "Thu 12 Nov" */
    record LastSummary(String content, String day, Instant occurredAt) {}
}
