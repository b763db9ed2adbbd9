package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Brings the customers of an archive into a memory, as many at once as one write takes. A write that may have been done is done
 * again: the memory finds who is there by what identifies them. Confined to one import.
 */
final class CustomersIn {
    private final Memory memory;
    private final List<TraitGroup> groups;
    private final IdentitySettings settings;
    private final Attempts attempts;
    private final ImportJournal journal;
    private final ProgressListener progress;
    private final List<Map<String, Map<String, TraitValue>>> batch = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private long passed;

    /** @param progress hears how many customers are in; the total is not known here */
    CustomersIn(
            Memory memory,
            List<TraitGroup> groups,
            IdentitySettings settings,
            Attempts attempts,
            ImportJournal journal,
            ProgressListener progress) {
        this.memory = memory;
        this.groups = groups;
        this.settings = settings;
        this.attempts = attempts;
        this.journal = journal;
        this.progress = progress;
    }

    void bring(ArchiveFile file) throws IOException {
        long done = journal.customers();
        file.read((number, type, line) -> {
            if (type.equals("profile")) {
                if (number > done) {
                    batch.add(CustomerPlan.of(ArchiveItems.traits(line), groups, settings)
                            .first());
                    lines.add(number);
                } else {
                    passed++;
                }
            }
            if (batch.size() == Memory.MAX_PROFILES) {
                send();
            }
        });
        if (!batch.isEmpty()) {
            send();
        }
    }

    private void send() throws IOException {
        Refused.named(lines, () -> attempts.make(() -> memory.createProfiles(List.copyOf(batch))));
        journal.customers(lines.getLast());
        passed += batch.size();
        progress.reached(passed, -1);
        batch.clear();
        lines.clear();
    }
}
