package dev.recalldesk.memory.archive;

import dev.recalldesk.memory.IdentitySettings;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Observation;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.Page;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.PageRequest.Order;
import dev.recalldesk.memory.Profile;
import dev.recalldesk.memory.Summary;
import dev.recalldesk.memory.Trait;
import dev.recalldesk.memory.TraitGroup;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * Writes a store of any memory as an archive, reading it through the port. A customer is read page by page and written as a
 * whole; a few are read ahead, because a distant memory is asked many small questions. What is changed meanwhile may be in
 * the archive as it was before or after; a customer who is deleted meanwhile is left out. Blocks, so it runs on a worker thread.
 */
public final class StoreExport {
    private static final int AHEAD = 4;
    private static final int MANY = 1000;
    private static final int FEW = 50;

    private final Memory memory;
    private final Attempts attempts;
    private final List<TraitGroup> groups;
    private final IdentitySettings settings;

    private StoreExport(Memory memory, Attempts attempts) {
        this.memory = memory;
        this.attempts = attempts;
        this.groups = attempts.ask(memory::traitGroups);
        this.settings = attempts.ask(memory::identitySettings);
    }

    /**
     * Writes everything the store holds.
     *
     * @param patience how it bears with a memory that stops answering on the way
     * @param asOf what the archive says about when it was made
     * @param out is flushed, not closed
     * @param progress hears of customers
     * @param cancelled asked before whatever is read, from several threads; ends the export with a {@link CancellationException}
     * @throws MemoryFailure when the memory cannot be reached for longer, or refuses
     * @throws IOException when it cannot be written
     */
    public static void export(
            Memory memory,
            Patience patience,
            Instant asOf,
            OutputStream out,
            ProgressListener progress,
            BooleanSupplier cancelled)
            throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            LineWriter lines = new LineWriter(writer);
            Attempts attempts = new Attempts(patience, cancelled);
            // Asked once: who begins is told without delay that the memory is away.
            lines.header(memory.store(), asOf);
            StoreExport export = new StoreExport(memory, attempts);
            export.groups.forEach(lines::traitGroup);
            lines.identitySettings(export.settings, List.of());
            export.customers(writer, progress);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }

    private void customers(Writer out, ProgressListener progress) throws IOException {
        List<String> ids = all(memory::profiles, new PageRequest(MANY, null, Order.OLDEST_FIRST));
        Queue<Future<String>> ahead = new ArrayDeque<>();
        ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();
        try {
            Iterator<String> next = ids.iterator();
            for (int done = 0; done < ids.size(); done++) {
                attempts.stopIfCancelled();
                while (next.hasNext() && ahead.size() < AHEAD) {
                    String id = next.next();
                    ahead.add(readers.submit(() -> customer(id)));
                }
                out.write(text(ahead.remove()));
                progress.reached(done + 1L, ids.size());
            }
        } finally {
            readers.shutdownNow();
        }
    }

    private static String text(Future<String> customer) {
        try {
            return customer.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("A customer could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("Interrupted; nothing was kept.");
        }
    }

    /** The lines of one customer; none where there is no such customer any more, or only under another id. */
    private String customer(String id) {
        StringWriter text = new StringWriter();
        LineWriter lines = new LineWriter(text);
        try {
            Profile profile = attempts.ask(() -> memory.profile(id));
            if (!profile.id().equals(id)) {
                return "";
            }
            List<Trait> traits = new ArrayList<>(all(page -> memory.traits(id, page), PageRequest.first(MANY)));
            traits.sort(Comparator.comparing(Trait::group).thenComparing(Trait::name));
            lines.profile(id, profile.createdAt(), traits, groups);
            lines.identifiers(id, attempts.ask(() -> memory.identifiers(id)), traits, groups, settings);
            for (Observation one : all(
                    page -> memory.observations(id, ObservationFilter.NONE, page),
                    new PageRequest(FEW, null, Order.OLDEST_FIRST))) {
                lines.observation(id, one, revisions(id, one));
            }
            all(page -> memory.summaries(id, null, page), PageRequest.first(FEW)).stream()
                    .sorted(Comparator.comparing(Summary::createdAt).thenComparing(Summary::id))
                    .forEach(summary -> lines.summary(id, summary));
        } catch (MemoryFailure.NotFound e) {
            return "";
        }
        return text.toString();
    }

    private List<Observation> revisions(String profileId, Observation present) {
        if (present.updatedAt().equals(present.createdAt())) {
            return List.of();
        }
        List<Observation> states = all(page -> memory.revisions(profileId, present.id(), page), PageRequest.first(FEW));
        return states.isEmpty() ? List.of() : states.subList(1, states.size());
    }

    /** Each page for itself, so that what was read is not read again for a pause. */
    private <T> List<T> all(Function<PageRequest, Page<T>> list, PageRequest first) {
        return Pages.all(page -> attempts.ask(() -> list.apply(page)), first);
    }
}
