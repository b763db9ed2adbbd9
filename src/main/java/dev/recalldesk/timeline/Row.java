package dev.recalldesk.timeline;

import dev.recalldesk.desk.Note;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.Summary;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the timeline. */
public sealed interface Row {
    /** Always the first row: what stands above the timeline and scrolls with it. */
    record Top() implements Row {}

    /** A day, above what happened on it. */
    record Day(LocalDate day) implements Row {}

    /** Something that happened at a time. */
    sealed interface Entry extends Row {
        String id();

        Instant at();

        String text();

        @Nullable
        String source();

        /** Whether the row was changed since it was written. */
        boolean corrected();

        /** When the memory wrote it; for a note on its way, when it was saved. */
        Instant createdAt();
    }

    /** @param justSaved whether it was seen on its way a moment ago */
    record Fact(Observation observation, boolean justSaved) implements Entry {
        @Override
        public String id() {
            return observation.id();
        }

        @Override
        public Instant at() {
            return observation.occurredAt();
        }

        @Override
        public String text() {
            return observation.content();
        }

        @Override
        public String source() {
            return observation.source();
        }

        @Override
        public boolean corrected() {
            return !observation.updatedAt().equals(observation.createdAt());
        }

        @Override
        public Instant createdAt() {
            return observation.createdAt();
        }
    }

    /** What one conversation came to. */
    record Gist(Summary summary) implements Entry {
        @Override
        public String id() {
            return summary.id();
        }

        @Override
        public Instant at() {
            return summary.occurredAt();
        }

        @Override
        public String text() {
            return summary.content();
        }

        @Override
        public @Nullable String source() {
            return summary.source();
        }

        @Override
        public boolean corrected() {
            return !summary.updatedAt().equals(summary.createdAt());
        }

        @Override
        public Instant createdAt() {
            return summary.createdAt();
        }
    }

    /** A note on its way into the memory. */
    record Pending(Note note) implements Entry {
        @Override
        public String id() {
            return note.id();
        }

        @Override
        public Instant at() {
            return note.occurredAt();
        }

        @Override
        public String text() {
            return note.content();
        }

        @Override
        public String source() {
            return note.source();
        }

        @Override
        public boolean corrected() {
            return false;
        }

        @Override
        public Instant createdAt() {
            return note.occurredAt();
        }
    }

    /** What a fact said before, below it. */
    record Versions(String factId, History history) implements Row {}

    /** How far the question for earlier versions came. */
    sealed interface History {
        record Asking() implements History {}

        /**
         * @param states the present one first
         * @param complete whether these are all, so that they can be numbered
         */
        record Known(List<Observation> states, boolean complete) implements History {
            public Known {
                states = List.copyOf(states);
            }
        }

        record Failed(MemoryFailure failure) implements History {}
    }

    /** Instead of entries: why there are none. */
    record Notice(Cause cause) implements Row {}

    /** Why there are no entries. */
    sealed interface Cause {
        record Waiting() implements Cause {}

        /** Nothing is remembered. */
        record Empty() implements Cause {}

        /** Something is remembered, but nothing passes the filters. */
        record NoMatch() implements Cause {}

        record Failed(MemoryFailure failure) implements Cause {}
    }

    /** The last row while there is more to come. */
    record More(Coming coming) implements Row {}

    /** How far the next page came. */
    sealed interface Coming {
        record OnItsWay() implements Coming {}

        /** Nothing passed the filters for many pages; going on is the agent's choice. */
        record Paused(int searched) implements Coming {}

        record Failed(MemoryFailure failure) implements Coming {}
    }
}
