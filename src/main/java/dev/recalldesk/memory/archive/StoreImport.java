package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.Checks;
import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.TraitGroup;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings an archive into a store of any memory through the port: what the store must know first, then the customers, then what
 * is remembered of them. Nothing is sent before the whole file is known to be right. An import that broke off or was given up
 * goes on where it was when it is begun again with the same file, memory and store, and makes nothing twice; one that is
 * finished is not done again. The memory gives ids and times of creation of its own.
 *
 * <p>Blocks, so it runs on a worker thread.
 */
public final class StoreImport {
    /** What the folder of the journals is called within the data folder. */
    public static final String FOLDER = "transfers";

    private static final int KEY = 32;
    private final MemoryAccount account;
    private final String place;
    private final Path journals;
    private final Patience patience;

    /**
     * @param place what the memory is called, apart from every other
     * @param journals the folder where it is noted how far imports are; made when it is needed
     */
    public StoreImport(MemoryAccount account, String place, Path journals, Patience patience) {
        this.account = account;
        this.place = place;
        this.journals = journals;
        this.patience = patience;
    }

    /** Reads a whole archive and keeps nothing of it. */
    @FunctionalInterface
    public interface Trial {
        /** @throws ImportFailed when the archive is wrong, with the lines that are */
        void of(Path file, BooleanSupplier cancelled) throws IOException;
    }

    /**
     * What became of an import.
     *
     * @param before whether all of it was there already and nothing was sent
     */
    public record Done(Store store, boolean before) {}

    /**
     * Imports a file.
     *
     * @param named the id or the name of the store it goes into; a new one of this name is made where there is none, and one of
     *     the name in the archive where it is {@code null}
     * @param trial what the file has to pass before anything is sent
     * @param progress hears how much of the work is done
     * @param cancelled asked before every write; ends the import with a {@link CancellationException}
     * @throws ImportFailed when the archive is wrong, or the memory refuses a line
     * @throws IOException when the file cannot be read, or how far the import is cannot be noted
     * @throws MemoryFailure when the memory cannot be reached for longer, or refuses altogether
     */
    public Done run(
            Path file, @Nullable String named, Trial trial, ProgressListener progress, BooleanSupplier cancelled)
            throws IOException {
        ArchiveFile archive = new ArchiveFile(file);
        Attempts attempts = new Attempts(patience, cancelled);
        String key = archive.fingerprint() + "\n" + place + "\n" + (named == null ? "" : named);
        try (ImportJournal journal = ImportJournal.open(journals.resolve(name(key)))) {
            Optional<Store> begun = begun(journal, attempts);
            if (begun.isPresent() && journal.done()) {
                return new Done(begun.get(), true);
            }
            trial.of(file, cancelled);
            Optional<Store> target = begun.isPresent() ? begun : named(named, attempts);
            Survey survey = survey(archive, target, journal.made(), attempts);
            boolean resumed = begun.isPresent();
            Store store = target.isPresent() ? target.get() : make(named, survey, journal, attempts);
            if (journal.storeId().isEmpty()) {
                journal.store(store.id(), false);
            }
            bring(archive, survey, store, resumed, journal, attempts, progress);
            return new Done(store, false);
        }
    }

    private static String name(String key) {
        byte[] hash = ArchiveFile.sha256().digest(key.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(hash).substring(0, KEY);
    }

    /** The store an earlier import of the same file made or went into, if it is there still. */
    private Optional<Store> begun(ImportJournal journal, Attempts attempts) throws IOException {
        Optional<String> id = journal.storeId();
        if (id.isPresent()) {
            Optional<Store> there = attempts.ask(() -> store(id.get()));
            if (there.isEmpty()) {
                journal.restart();
            }
            return there;
        }
        Optional<String> making = journal.making();
        if (making.isPresent()) {
            Optional<Store> made = attempts.ask(() -> Store.named(account.stores(), making.get()));
            if (made.isPresent()) {
                journal.store(made.get().id(), true);
            }
            return made;
        }
        return Optional.empty();
    }

    private Optional<Store> store(String id) {
        try {
            return Optional.of(account.store(id));
        } catch (MemoryFailure.NotFound e) {
            return Optional.empty();
        }
    }

    private Optional<Store> named(@Nullable String named, Attempts attempts) {
        return named == null ? Optional.empty() : attempts.ask(() -> Store.named(account.stores(), named));
    }

    private Survey survey(ArchiveFile archive, Optional<Store> target, boolean made, Attempts attempts)
            throws IOException {
        if (target.isEmpty() || made) {
            return Survey.of(archive, List.of(Survey.CONTACT), null);
        }
        Memory memory = attempts.ask(() -> account.open(target.get().id()));
        return Survey.of(archive, attempts.ask(memory::traitGroups), attempts.ask(memory::identitySettings));
    }

    /** Noted before it is asked for, so that one of which nothing was heard is known to be ours. */
    private Store make(@Nullable String named, Survey survey, ImportJournal journal, Attempts attempts)
            throws IOException {
        String name = named == null ? survey.header().store() : named;
        if (!Checks.canBeStoreName(name)) {
            throw unusable("a store's name has 1 to 64 letters, digits or hyphens, and \"" + name + "\" has not");
        }
        if (attempts.ask(() -> Store.named(account.stores(), name)).isPresent()) {
            throw unusable("there is already a store " + name + "; name a store to import into it or into a new one");
        }
        journal.making(name);
        AtomicBoolean maybeMade = new AtomicBoolean();
        try {
            Store store = attempts.repeat(false, unsure -> {
                Optional<Store> made = unsure ? Store.named(account.stores(), name) : Optional.empty();
                return made.orElseGet(() -> create(name, survey.header().description(), maybeMade));
            });
            journal.store(store.id(), true);
            return store;
        } catch (MemoryFailure | CancellationException e) {
            if (!maybeMade.get()) {
                // Whoever makes a store of this name now, it is not ours.
                journal.restart();
            }
            throw e;
        }
    }

    private Store create(String name, String description, AtomicBoolean maybeMade) {
        try {
            return account.createStore(name, description);
        } catch (MemoryFailure failure) {
            if (failure.mayHaveHappened()) {
                maybeMade.set(true);
            }
            throw failure;
        }
    }

    private static ImportFailed unusable(String why) {
        return new ImportFailed(List.of(new ImportFailed.Problem(1, why)));
    }

    private void bring(
            ArchiveFile archive,
            Survey survey,
            Store store,
            boolean resumed,
            ImportJournal journal,
            Attempts attempts,
            ProgressListener progress)
            throws IOException {
        Memory memory = Objects.requireNonNull(attempts.ask(() -> account.open(store.id())));
        long all = survey.customers() + survey.lines();
        new Foundation(memory, survey, journal.made(), attempts).lay();
        List<TraitGroup> groups = attempts.ask(memory::traitGroups);
        IdentitySettings settings = attempts.ask(memory::identitySettings);
        new CustomersIn(memory, groups, settings, attempts, journal, (done, _) -> progress.reached(done, all))
                .bring(archive);
        new TextsIn(
                        memory,
                        groups,
                        settings,
                        attempts,
                        journal,
                        resumed,
                        archive,
                        (line, _) -> progress.reached(survey.customers() + line, all))
                .bring();
        journal.finish();
    }
}
