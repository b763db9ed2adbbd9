package dev.recalldesk;

import dev.recalldesk.desk.CardGuard;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.DeskStore;
import dev.recalldesk.desk.DeskStoreFailure;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.KnownNumbers;
import dev.recalldesk.desk.KnownNumbers.Known;
import dev.recalldesk.desk.NewNote;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.NoteSource;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Pace;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Senders.Sender;
import dev.recalldesk.desk.SharedOutbox;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.memory.local.DataFolderInUse;
import dev.recalldesk.notes.NoteWords;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Writes a note about a customer. It goes through the outbox of the desk, so it is kept whatever happens to the memory; what
 * a running desk has in use, that desk brings it into.
 */
@Command(
        name = "note",
        resourceBundle = "messages",
        description = "${bundle:cli.note}",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.note.exit.0}",
            "1:${bundle:cli.note.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.exit.3}",
            "4:${bundle:cli.exit.4}",
            "5:${bundle:cli.note.exit.5}"
        })
final class NoteCommand implements Callable<Integer> {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @ArgGroup(multiplicity = "1")
    private CustomerOptions customer = new CustomerOptions();

    @Option(names = "--text", required = true, paramLabel = "TEXT", description = "${bundle:cli.note.text}")
    private String text = "";

    @Option(names = "--conversation", paramLabel = "ID", description = "${bundle:cli.note.conversation}")
    private @Nullable String conversation;

    NoteCommand() {
        this(System.getenv());
    }

    NoteCommand(Map<String, String> environment) {
        options = new MemoryOptions(environment);
    }

    @Override
    public Integer call() throws InterruptedException {
        check();
        PrintWriter err = command().getErr();
        try (DeskStore desk = DeskStore.open(options.desk().resolve("desk.db"))) {
            return write(desk);
        } catch (MemoryFailure.NotFound e) {
            return nobody();
        } catch (MemoryFailure | IOException e) {
            err.println(options.sentence(e));
            return Exit.NO_MEMORY;
        } catch (DeskStoreFailure e) {
            err.println(Text.get("cli.note.notKept", Sentences.of(e)));
            return Exit.FAILED;
        } finally {
            command().getOut().flush();
            err.flush();
        }
    }

    private void check() {
        if (text.isBlank() || text.strip().length() > NewObservation.MAX_CONTENT) {
            throw wrong(Text.get("cli.note.wrongLength", NewObservation.MAX_CONTENT));
        }
        if (CardGuard.find(text, Set.of()).isPresent()) {
            throw wrong(Text.get("cli.note.card"));
        }
        if (conversation != null && !NewObservation.isConversation(conversation)) {
            throw wrong(Text.get("cli.note.wrongConversation", conversation));
        }
    }

    private int write(DeskStore desk) throws IOException, InterruptedException {
        try (MemoryOptions.Opened opened = options.open(false)) {
            List<String> found = customer.in(opened.memory(), phones());
            if (found.size() > 1) {
                command().getErr().println(Text.get("cli.customer.several", customer.given()));
                found.forEach(command().getErr()::println);
                return Exit.SEVERAL;
            }
            return found.isEmpty() ? nobody() : deliver(desk, opened, found.getFirst());
        } catch (MemoryFailure.NotFound | MemoryFailure.Invalid e) {
            throw e;
        } catch (DataFolderInUse e) {
            return leave(desk, options.sentence(e));
        } catch (MemoryFailure e) {
            if (options.remote()) {
                return leave(desk, options.sentence(e));
            }
            throw e;
        }
    }

    private int deliver(DeskStore desk, MemoryOptions.Opened opened, String profileId) throws InterruptedException {
        Customer whose = new Customer(opened.memory().profile(profileId));
        String name = whose.name().orElse(whose.profileId());
        InstantSource clock = InstantSource.system();
        new Senders(desk).remember(options.place(), opened.store(), clock.instant());
        Pace pace = Pace.of(Duration.ZERO);
        try (Outbox outbox = new Outbox(desk, opened.store().id(), opened.memory(), pace, clock)) {
            OutboxWatch watch = new OutboxWatch(outbox);
            outbox.start();
            Note saved = outbox.save(note(whose.profileId(), name));
            command().getOut().println(told(watch.outcome(saved, PATIENCE), name));
            return Exit.DONE;
        }
    }

    private static String told(Note note, String name) {
        return switch (note.state()) {
            case IN_MEMORY -> Text.get("cli.note.arrived", name);
            case NEEDS_YOU -> Text.get("cli.note.refused", name, NoteWords.sentence(note, ZoneId.systemDefault()));
            case SAVED_HERE, SENDING, ACCEPTED, PARKED -> Text.get("cli.note.later", name);
        };
    }

    /**
     * The memory is in another program's hands, or away; if a desk has it, it finds the note in the outbox within seconds.
     *
     * @param why the memory cannot be asked
     */
    private int leave(DeskStore desk, String why) {
        String place = options.place();
        List<Sender> senders = new Senders(desk)
                .all().stream().filter(one -> one.memory().equals(place)).toList();
        Optional<Sender> sender = options.store()
                .map(wanted -> named(senders, wanted))
                .or(() -> senders.stream().findFirst());
        if (sender.isEmpty()) {
            return unreachable(Text.get("cli.note.noStore", why));
        }
        KnownNumbers numbers = new KnownNumbers(desk, sender.get().storeId());
        Optional<Known> whose = customer.byNumber()
                ? numbers.find(customer.number(phones()))
                : numbers.customer(customer.given()).or(() -> Optional.of(new Known(customer.given(), null)));
        if (whose.isEmpty()) {
            return unreachable(Text.get("cli.note.unknownNumber", why, customer.given()));
        }
        String name = Objects.requireNonNullElse(whose.get().name(), whose.get().profileId());
        Note _ = new SharedOutbox(desk, InstantSource.system())
                .save(sender.get().storeId(), note(whose.get().profileId(), name));
        command()
                .getOut()
                .println(
                        sender.get().running()
                                ? Text.get("cli.note.brings", name)
                                : Text.get("cli.note.waits", name, why));
        return Exit.DONE;
    }

    private Sender named(List<Sender> senders, String wanted) {
        return senders.stream()
                .filter(one -> one.storeId().equals(wanted) || one.storeName().equals(wanted))
                .findFirst()
                .or(() -> options.storeId().map(id -> new Sender(options.place(), id, id, false)))
                .orElseThrow(() -> wrong(Text.get(
                        "cli.memory.which",
                        wanted,
                        senders.stream().map(Sender::storeName).sorted().collect(Collectors.joining(", ")))));
    }

    private NewNote note(String profileId, String name) {
        String source = NoteSource.of(options.settings().agentName());
        return new NewNote(Encounter.keyOf(profileId), profileId, name, text, source, conversation);
    }

    private int nobody() {
        command().getErr().println(Text.get("cli.customer.nobody", customer.given()));
        return Exit.NOBODY;
    }

    private int unreachable(String sentence) {
        command().getErr().println(sentence);
        return Exit.NO_MEMORY;
    }

    private PhoneNumbers phones() {
        return new PhoneNumbers(options.settings().homeRegion());
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(command(), sentence);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
