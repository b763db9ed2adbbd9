package dev.recalldesk.memory.local;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.archive.LineWriter;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Writes a store as the lines of an archive, reading it within one transaction of the caller's. Confined to one export. */
final class ArchiveWriter {
    private final Handle handle;
    private final LineWriter lines;

    ArchiveWriter(Handle handle, LineWriter lines) {
        this.handle = handle;
        this.lines = lines;
    }

    void profile(String profileId, Instant createdAt, List<TraitGroup> groups, IdentitySettings settings) {
        List<Trait> traits = TraitRows.of(handle, profileId);
        lines.profile(profileId, createdAt, traits, groups);
        lines.identifiers(profileId, IdentifierRows.of(handle, profileId), traits, groups, settings);
        observations(profileId);
        summaries(profileId);
    }

    private void observations(String profileId) {
        handle.select("SELECT * FROM observation WHERE profile_id = ? ORDER BY created_at, id", profileId)
                .map(ObservationRows.OBSERVATION)
                .forEach(observation ->
                        lines.observation(profileId, observation, ObservationRows.oldStates(handle, observation)));
    }

    private void summaries(String profileId) {
        handle.select("SELECT * FROM summary WHERE profile_id = ? ORDER BY created_at, id", profileId)
                .map(SummaryRows.SUMMARY)
                .forEach(summary -> lines.summary(profileId, summary));
    }
}
