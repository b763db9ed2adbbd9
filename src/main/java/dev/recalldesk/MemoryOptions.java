package dev.recalldesk;

import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which memory a command works with, and the settings that go with it. */
final class MemoryOptions {
    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(names = "--store", paramLabel = "STORE", description = "${bundle:cli.memory.store}")
    private @Nullable String store;

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

    /** What the agent chose in the window. */
    Settings settings() {
        return new SettingsFile(folder().resolve("settings.json")).read();
    }

    /** The store that was named, by its id or its name. */
    Optional<String> store() {
        return Optional.ofNullable(store);
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
            Store chosen = chosen(account.stores());
            return new Opened(account, chosen, account.open(chosen.id()));
        } catch (IOException | RuntimeException e) {
            account.close();
            throw e;
        }
    }

    /** All stores of the memory; otherwise as {@link #open}. */
    MemoryAccount account(boolean meaning) throws IOException {
        Path folder = existing();
        String home = settings().homeRegion();
        return meaning
                ? LocalAccount.openWithMeaning(folder, home, InstantSource.system())
                : LocalAccount.open(folder, home, InstantSource.system());
    }

    /** Without a name it is the newest, as in the window. */
    private Store chosen(List<Store> stores) throws IOException {
        if (stores.isEmpty()) {
            throw new IOException(Text.get("cli.memory.empty"));
        }
        String wanted = store;
        return wanted == null
                ? stores.getFirst()
                : Store.named(stores, wanted)
                        .orElseThrow(() -> wrong(Text.get("cli.memory.which", wanted, Store.names(stores))));
    }

    private ParameterException wrong(String sentence) {
        return new ParameterException(Objects.requireNonNull(command).commandLine(), sentence);
    }
}
