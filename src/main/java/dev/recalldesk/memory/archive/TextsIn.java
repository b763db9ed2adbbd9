package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Identifier;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.TraitGroup;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Brings what belongs to the customers of an archive into a memory that has them already: what they are found by besides, and
 * what is remembered of them, in batches and in the order of the file. Confined to one import.
 */
final class TextsIn {
    private final Memory memory;
    private final List<TraitGroup> groups;
    private final IdentitySettings settings;
    private final Attempts attempts;
    private final ImportJournal journal;
    private final ProgressListener progress;
    private final ArchiveFile file;
    private final Shelf<NewObservation> observations;
    private final Shelf<NewSummary> summaries;
    private final Map<String, Person> people = new HashMap<>();
    private final long done;
    private @Nullable Batch<?> batch;
    /** Only the first write after an import broke off may have been done without being noted. */
    private boolean doubt;

    /** A customer; the id in the memory is looked up when it is first needed. */
    private static final class Person {
        private final List<Identifier> claims;
        private final List<Identifier> told;
        private @Nullable String id;

        Person(CustomerPlan plan) {
            this.claims = plan.claims();
            this.told = plan.told();
        }
    }

    /** @param progress hears of lines; the total is not known here */
    TextsIn(
            Memory memory,
            List<TraitGroup> groups,
            IdentitySettings settings,
            Attempts attempts,
            ImportJournal journal,
            boolean resumed,
            ArchiveFile file,
            ProgressListener progress) {
        this.memory = memory;
        this.groups = groups;
        this.settings = settings;
        this.attempts = attempts;
        this.journal = journal;
        this.file = file;
        this.progress = progress;
        this.observations = Shelf.observations(memory);
        this.summaries = Shelf.summaries(memory);
        this.done = journal.lines();
        this.doubt = resumed;
    }

    void bring() throws IOException {
        file.read((number, type, line) -> {
            switch (type) {
                case "profile" -> customer(number, line);
                case "identifier" -> {
                    if (number > done) {
                        identifier(number, line);
                    }
                }
                case "observation" -> {
                    if (number > done) {
                        observation(number, line);
                    }
                }
                case "summary" -> {
                    if (number > done) {
                        put(summaries, number, line);
                    }
                }
                default -> {}
            }
            if (number > done) {
                attempts.stopIfCancelled();
            }
            progress.reached(number, -1);
        });
        flush();
    }

    private void customer(long number, ArchiveLine line) throws IOException {
        CustomerPlan plan = CustomerPlan.of(ArchiveItems.traits(line), groups, settings);
        Person person = new Person(plan);
        Person _ = people.put(line.text("ref"), person);
        if (number > done && !plan.later().isEmpty()) {
            flush();
            String id = id(person);
            Refused.named(List.of(number), () -> attempts.make(() -> memory.updateTraits(id, nullable(plan.later()))));
        }
    }

    private static Map<String, Map<String, @Nullable TraitValue>> nullable(
            Map<String, Map<String, TraitValue>> traits) {
        Map<String, Map<String, @Nullable TraitValue>> all = new LinkedHashMap<>();
        traits.forEach((group, values) -> {
            Map<String, @Nullable TraitValue> copy = new LinkedHashMap<>(values);
            all.put(group, copy);
        });
        return all;
    }

    private Person person(ArchiveLine line) {
        Person person = people.get(line.text("profile"));
        if (person == null) {
            throw new LineProblem("there is no customer \"" + line.text("profile") + "\" above this line");
        }
        return person;
    }

    private String id(Person person) {
        String known = person.id;
        if (known == null) {
            known = attempts.seen(() -> person.claims.stream()
                    .map(claim -> memory.lookup(claim.idType(), claim.values().getFirst()))
                    .flatMap(found -> found.profileIds().stream())
                    .findFirst());
            person.id = known;
        }
        return known;
    }

    /** What the traits have not given yet is added; what is there stays. */
    private void identifier(long number, ArchiveLine line) throws IOException {
        line.only("type", "profile", "idType", "values", "complete");
        Person person = person(line);
        String type = line.text("idType");
        List<String> wanted = new ArrayList<>(line.texts("values"));
        person.told.stream().filter(one -> one.idType().equals(type)).forEach(one -> wanted.removeAll(one.values()));
        if (wanted.isEmpty()) {
            return;
        }
        flush();
        String id = id(person);
        attempts.ask(() -> memory.identifiers(id)).stream()
                .filter(one -> one.idType().equals(type))
                .forEach(one -> wanted.removeAll(one.values()));
        for (String value : wanted) {
            Refused.named(List.of(number), () -> attempts.make(() -> memory.addIdentifier(id, type, value)));
        }
    }

    private void observation(long number, ArchiveLine line) throws IOException {
        List<ArchiveItems.Revision> revisions = ArchiveItems.revisions(line);
        if (revisions.isEmpty()) {
            put(observations, number, line);
            return;
        }
        flush();
        List<NewObservation> states = new ArrayList<>(
                revisions.reversed().stream().map(ArchiveItems.Revision::state).toList());
        states.add(ArchiveItems.observation(line));
        Corrected corrected = new Corrected(memory, observations, attempts, id(person(line)), states);
        boolean unsure = doubt;
        Refused.named(List.of(number), () -> corrected.send(unsure));
        noted(number);
    }

    private <T> void put(Shelf<T> shelf, long number, ArchiveLine line) throws IOException {
        Person _ = person(line);
        String ref = line.text("profile");
        if (batch != null && (!batch.shelf().equals(shelf) || !batch.ref().equals(ref))) {
            flush();
        }
        Batch<T> open = open(shelf, ref);
        open.add(number, shelf.read(line));
        if (open.size() == Memory.MAX_BATCH) {
            flush();
        }
    }

    @SuppressWarnings("unchecked") // A batch is of the kind of its shelf.
    private <T> Batch<T> open(Shelf<T> shelf, String ref) {
        if (batch == null) {
            batch = new Batch<>(shelf, file, attempts, ref);
        }
        return (Batch<T>) batch;
    }

    private void flush() throws IOException {
        Batch<?> full = batch;
        if (full != null) {
            full.send(id(Objects.requireNonNull(people.get(full.ref()))), doubt);
            batch = null;
            noted(full.lastLine());
        }
    }

    private void noted(long line) throws IOException {
        journal.lines(line);
        doubt = false;
    }
}
