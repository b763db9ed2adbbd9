package dev.recalldesk.memory.local;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.Observation;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The lines of an archive that hold what is remembered of a customer. */
final class ArchiveTexts {
    private ArchiveTexts() {}

    static void observation(Handle handle, ProfileRows.Owner owner, ArchiveLine line) {
        line.only(
                "type",
                "profile",
                "content",
                "source",
                "occurredAt",
                "createdAt",
                "updatedAt",
                "conversationIds",
                "revisions");
        NewObservation item = state(line);
        Checks.observation("observation", item);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        List<ArchiveLine> revisions = line.objects("revisions");
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        String id = ObservationRows.insert(handle, owner, item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
        int number = revisions.size();
        for (ArchiveLine revision : revisions) {
            revision.only("content", "source", "occurredAt", "updatedAt", "conversationIds");
            NewObservation old = state(revision);
            Checks.observation("revision", old);
            ObservationRows.insertRevision(
                    handle,
                    number--,
                    new Observation(
                            id,
                            old.content(),
                            old.source(),
                            old.occurredAt(),
                            createdAt,
                            revision.instant("updatedAt"),
                            old.conversationIds()));
        }
    }

    private static NewObservation state(ArchiveLine line) {
        return new NewObservation(
                line.text("content"), line.text("source"), line.instant("occurredAt"), line.texts("conversationIds"));
    }

    static void summary(Handle handle, ProfileRows.Owner owner, ArchiveLine line) {
        line.only("type", "profile", "conversationId", "content", "source", "occurredAt", "createdAt", "updatedAt");
        NewSummary item = new NewSummary(
                line.text("conversationId"),
                line.text("content"),
                line.optionalText("source"),
                line.instant("occurredAt"));
        Checks.summary("summary", item);
        Instant createdAt = line.instantOr("createdAt", item.occurredAt());
        Instant updatedAt = line.instantOr("updatedAt", createdAt);
        SummaryRows.insert(handle, owner, item, createdAt.toEpochMilli(), updatedAt.toEpochMilli());
    }
}
