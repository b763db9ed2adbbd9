package dev.recalldesk.memory.local;

import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.archive.ArchiveItems;
import dev.recalldesk.memory.archive.ArchiveLine;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The lines of an archive that hold what is remembered of a customer. */
final class ArchiveTexts {
    private ArchiveTexts() {}

    static void observation(Handle handle, ProfileRows.Owner owner, ArchiveLine line) {
        NewObservation item = ArchiveItems.observation(line);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        List<ArchiveItems.Revision> revisions = ArchiveItems.revisions(line);
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        String id = ObservationRows.insert(handle, owner, item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
        int number = revisions.size();
        for (ArchiveItems.Revision revision : revisions) {
            NewObservation old = revision.state();
            ObservationRows.insertRevision(
                    handle,
                    number--,
                    new Observation(
                            id,
                            old.content(),
                            old.source(),
                            old.occurredAt(),
                            createdAt,
                            revision.line().instant("updatedAt"),
                            old.conversationIds()));
        }
    }

    static void summary(Handle handle, ProfileRows.Owner owner, ArchiveLine line) {
        NewSummary item = ArchiveItems.summary(line);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        SummaryRows.insert(handle, owner, item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
    }
}
