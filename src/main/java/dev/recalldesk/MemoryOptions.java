package dev.recalldesk;

import dev.recalldesk.app.Outside;
import dev.recalldesk.app.Visit;
import dev.recalldesk.connection.Address;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Secret;
import dev.recalldesk.desk.Senders;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.twilio.TwilioCredentials;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Which memory a command works with, and the settings that go with it. What proves who asks comes from the environment alone:
 * everybody on the machine can read the arguments of a command.
 */
final class MemoryOptions {
    private static final String STORE = "TWILIO_MEMORY_STORE";
    private static final Pattern STORE_ID = Pattern.compile("mem_(store|service)_[0-7][0-9a-z]{25}");

    private final Map<String, String> environment;

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(
            names = "--memory",
            paramLabel = "local|URL",
            defaultValue = Senders.LOCAL,
            description = "${bundle:cli.memory.where}")
    private String memory = Senders.LOCAL;

    @Option(names = "--store", paramLabel = "STORE", description = "${bundle:cli.memory.store}")
    private @Nullable String store;

    /** @param environment where credentials are looked for */
    MemoryOptions(Map<String, String> environment) {
        this.environment = environment;
    }

    /** A memory that was opened, with the store that was chosen in it. Closing it lets others use it. */
    record Opened(MemoryAccount account, Store store, Memory memory) implements AutoCloseable {
        @Override
        public void close() {
            account.close();
        }
    }

    /** The folder of memory, drafts and settings; it need not exist. */
    Path folder() {
        return data == null ? DataFolder.standard() : data;
    }

    /**
     * The folder, where there is a memory in it.
     *
     * @throws IOException when there is none; its message is a sentence
     */
    Path existing() throws IOException {
        Path folder = folder();
        if (Files.notExists(folder.resolve("memory.db"))) {
            throw new IOException(Text.get("cli.memory.none", folder));
        }
        return folder;
    }

    /** Whether the memory is somewhere else than in the folder. */
    boolean remote() {
        return !memory.equals(Senders.LOCAL);
    }

    /** What the memory is called among the {@link Senders}. */
    String place() {
        return remote() ? base().toString() : Senders.LOCAL;
    }

    /**
     * The folder of outbox and settings: with the memory in it, unless that is somewhere else.
     *
     * @throws IOException as {@link #existing}, or when it cannot be made
     */
    Path desk() throws IOException {
        return remote() ? DataFolder.make(folder()) : existing();
    }

    /** What went wrong, as a sentence or two. */
    String sentence(Exception failure) {
        return remote() && failure instanceof MemoryFailure failed
                ? Text.get("cli.memory.failed", place(), FailureWords.sentences(failed, ZoneId.systemDefault()))
                : Sentences.of(failure);
    }

    /** What the agent chose in the window. */
    Settings settings() {
        return new SettingsFile(folder().resolve("settings.json")).read();
    }

    /** The store that was named, by its id or its name. */
    Optional<String> store() {
        return Optional.ofNullable(store)
                .or(() -> Optional.ofNullable(environment.get(STORE)).filter(id -> remote() && !id.isBlank()));
    }

    /** The id of the store that was named, where it was named by that. */
    Optional<String> storeId() {
        return store().filter(named -> STORE_ID.matcher(named).matches());
    }

    /**
     * Opens the memory and the store in it.
     *
     * @param meaning whether recall has to go by meaning too, which takes longer to open
     * @throws dev.recalldesk.memory.local.DataFolderInUse when another process has it open
     * @throws IOException when there is no memory or it cannot be read; its message is a sentence
     * @throws ParameterException when there is no such store
     */
    Opened open(boolean meaning) throws IOException {
        MemoryAccount account = account(meaning);
        try {
            Store chosen = chosen(account);
            return new Opened(account, chosen, account.open(chosen.id()));
        } catch (IOException | RuntimeException e) {
            account.close();
            throw e;
        }
    }

    /** All stores of the memory; otherwise as {@link #open}. */
    MemoryAccount account(boolean meaning) throws IOException {
        if (remote()) {
            Visit visit = visit();
            return Outside.door(settings().limits()).open(base(), visit.connection(), visit.secret());
        }
        Path folder = existing();
        String home = settings().homeRegion();
        return meaning
                ? LocalAccount.openWithMeaning(folder, home, InstantSource.system())
                : LocalAccount.open(folder, home, InstantSource.system());
    }

    /** The same, and a memory of this computer is made where there is none; recall goes by words. */
    MemoryAccount made() throws IOException {
        if (remote()) {
            return account(false);
        }
        return LocalAccount.open(DataFolder.make(folder()), settings().homeRegion(), InstantSource.system());
    }

    /**
     * The memory at the address as a connection of the window's, which nobody saves.
     *
     * @throws ParameterException when the address or the credentials are not to be had
     */
    Visit visit() {
        URI base = base();
        TwilioCredentials credentials =
                TwilioCredentials.of(environment).orElseThrow(() -> wrong(Text.get("cli.memory.credentials")));
        Connection connection = Connection.toAnAccount()
                .withName(base.getHost())
                .withUser(credentials.user())
                .withAddress(base.toString());
        return new Visit(connection, new Secret(credentials.secret()));
    }

    private URI base() {
        return Address.of(memory).orElseThrow(() -> wrong(Text.get("cli.memory.address", memory)));
    }

    /** Without a name it is the newest, as in the window. One that was named by its id is found without asking for all. */
    private Store chosen(MemoryAccount account) throws IOException {
        Optional<String> id = storeId();
        if (remote() && id.isPresent()) {
            try {
                return account.store(id.get());
            } catch (MemoryFailure.NotFound e) {
                throw wrong(Text.get("cli.memory.which", id.get(), Store.names(account.stores())));
            }
        }
        List<Store> stores = account.stores();
        if (stores.isEmpty()) {
            throw new IOException(Text.get("cli.memory.empty"));
        }
        Optional<String> wanted = store();
        return wanted.isEmpty()
                ? stores.getFirst()
                : Store.named(stores, wanted.get())
                        .orElseThrow(() -> wrong(Text.get("cli.memory.which", wanted.get(), Store.names(stores))));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
