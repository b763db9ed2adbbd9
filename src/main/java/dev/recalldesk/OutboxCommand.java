package dev.recalldesk;

import dev.recalldesk.context.Plain;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.DeskStoreFailure;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Senders.Sender;
import dev.recalldesk.desk.SharedOutbox;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.DataFolderInUse;
import dev.recalldesk.notes.NoteWords;
import dev.recalldesk.ui.Ages;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The notes on their way into the memory: which they are, and another try for those that wait. */
@Command(
        name = "outbox",
        resourceBundle = "messages",
        description = "${bundle:cli.outbox}",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.outbox.exit.0}",
            "1:${bundle:cli.outbox.exit.1}",
            "2:${bundle:cli.exit.2}",
            "5:${bundle:cli.outbox.exit.5}"
        })
final class OutboxCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int SHOWN = 60;

    /** What to do with them. */
    enum Act {
        list,
        flush
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @Parameters(
            arity = "0..1",
            defaultValue = "list",
            paramLabel = "list|flush",
            description = "${bundle:cli.outbox.act}")
    private Act act = Act.list;

    OutboxCommand() {
        this(System.getenv());
    }

    OutboxCommand(Map<String, String> environment) {
        options = new MemoryOptions(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        Path file = options.folder().resolve("desk.db");
        if (Files.notExists(file)) {
            return nothing();
        }
        try (DeskStore desk = DeskStore.open(file)) {
            return act == Act.list ? list(desk) : flush(desk);
        } catch (MemoryFailure | IOException e) {
            err().println(options.sentence(e));
            return Exit.NO_MEMORY;
        } catch (DeskStoreFailure e) {
            err().println(Text.get("cli.outbox.unreadable", Sentences.of(e)));
            return Exit.FAILED;
        } finally {
            out().flush();
            err().flush();
        }
    }

    private int list(DeskStore desk) {
        SharedOutbox outbox = new SharedOutbox(desk, InstantSource.system());
        List<Sender> stores = stores(desk, outbox);
        for (Sender store : stores) {
            if (stores.size() > 1) {
                out().println(Text.get("cli.outbox.store", store.storeName()));
            }
            outbox.notes(store.storeId()).forEach(note -> out().println(line(note)));
        }
        return stores.isEmpty() ? nothing() : Exit.DONE;
    }

    /** The stores that notes wait for, or the one that was named, with the names the desk gave them. */
    private List<Sender> stores(DeskStore desk, SharedOutbox outbox) {
        List<Sender> known = new Senders(desk).all();
        return outbox.stores().stream()
                .map(id -> known.stream()
                        .filter(store -> store.storeId().equals(id))
                        .findFirst()
                        .orElseGet(() -> new Sender(options.place(), id, id, false)))
                .filter(store -> options.store()
                        .filter(wanted -> !wanted.equals(store.storeId()) && !wanted.equals(store.storeName()))
                        .isEmpty())
                .toList();
    }

    private static String line(Note note) {
        ZoneId zone = ZoneId.systemDefault();
        String words = Plain.line(note.content());
        int end =
                words.length() <= SHOWN ? words.length() : words.offsetByCodePoints(0, words.codePointCount(0, SHOWN));
        return Text.get(
                "cli.outbox.line",
                NoteWords.state(note.state()),
                NoteWords.sentence(note, zone),
                Plain.line(note.customerName()),
                Ages.exact(note.occurredAt(), zone),
                end < words.length() ? words.substring(0, end) + "\u2026" : words);
    }

    private int flush(DeskStore desk) throws IOException, InterruptedException {
        SharedOutbox outbox = new SharedOutbox(desk, InstantSource.system());
        String place = options.place();
        List<Sender> stores = stores(desk, outbox).stream()
                .filter(store -> store.memory().equals(place) && waiting(outbox, store) > 0)
                .toList();
        if (stores.isEmpty()) {
            return nothing();
        }
        try (MemoryAccount account = options.account(false)) {
            for (Sender store : stores) {
                send(desk, account, store);
            }
        } catch (DataFolderInUse e) {
            return hurry(outbox, stores);
        }
        long left = stores.stream().mapToLong(store -> waiting(outbox, store)).sum();
        out().println(left == 0 ? Text.get("cli.outbox.done") : Text.get("cli.outbox.left", left));
        return left == 0 ? Exit.DONE : Exit.FAILED;
    }

    private void send(DeskStore desk, MemoryAccount account, Sender store) throws InterruptedException {
        try (Outbox outbox = new Outbox(
                desk, store.storeId(), account.open(store.storeId()), Pace.of(Duration.ZERO), InstantSource.system())) {
            OutboxWatch watch = new OutboxWatch(outbox);
            outbox.start();
            outbox.flush();
            watch.settle(outbox, PATIENCE);
        } catch (MemoryFailure.NotFound e) {
            err().println(Text.get("cli.outbox.storeGone", store.storeName()));
        }
    }

    /** Whoever has the memory sees that the notes are due at once. */
    private int hurry(SharedOutbox outbox, List<Sender> stores) {
        stores.forEach(store -> outbox.hurry(store.storeId()));
        if (stores.stream().allMatch(Sender::running)) {
            out().println(Text.get("cli.outbox.brings"));
            return Exit.DONE;
        }
        err().println(Text.get("cli.outbox.inUse"));
        return Exit.NO_MEMORY;
    }

    private static long waiting(SharedOutbox outbox, Sender store) {
        return outbox.notes(store.storeId()).stream()
                .filter(note -> !OutboxWatch.isSettled(note))
                .count();
    }

    private int nothing() {
        out().println(Text.get(act == Act.list ? "cli.outbox.none" : "cli.outbox.noneWaits"));
        out().flush();
        return Exit.DONE;
    }

    private PrintWriter out() {
        return Objects.requireNonNull(spec).commandLine().getOut();
    }

    private PrintWriter err() {
        return Objects.requireNonNull(spec).commandLine().getErr();
    }
}
