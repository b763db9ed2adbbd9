package dev.recalldesk;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.archive.FreshFile;
import dev.recalldesk.memory.archive.Patience;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.archive.StoreExport;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a store into an archive. */
@Command(
        name = "export",
        resourceBundle = "messages",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.export}",
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.export.exit.0}",
            "1:${bundle:cli.export.exit.1}",
            "2:${bundle:cli.exit.2}",
            "5:${bundle:cli.export.exit.5}"
        })
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @Parameters(paramLabel = "FILE", description = "${bundle:cli.export.file}")
    private String file = "-";

    public ExportCommand() {
        this(System.getenv());
    }

    /** @param environment where credentials are looked for */
    ExportCommand(Map<String, String> environment) {
        this.options = new MemoryOptions(environment);
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        return new ArchiveRun(options, command.commandLine().getErr())
                .run(percent -> Text.get("cli.export.progress", percent), (account, progress) -> {
                    Store store = chosen(account);
                    if (file.equals("-")) {
                        // The bytes must be UTF-8 whatever the terminal speaks, so no writer of the terminal's comes
                        // between.
                        write(account, store, new FileOutputStream(FileDescriptor.out), progress);
                    } else {
                        FreshFile.write(Path.of(file), out -> write(account, store, out, progress));
                    }
                    return Exit.DONE;
                });
    }

    private Store chosen(MemoryAccount account) throws IOException {
        List<Store> stores = account.stores();
        Optional<String> named = options.store();
        List<Store> fitting = named.isEmpty()
                ? stores
                : Store.named(stores, named.get()).stream().toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String names = Store.names(stores);
        throw new IOException(stores.isEmpty() ? Text.get("cli.export.none") : Text.get("cli.export.which", names));
    }

    private static void write(MemoryAccount account, Store store, OutputStream out, ProgressListener progress)
            throws IOException {
        if (account instanceof LocalAccount local) {
            StoreArchive.export(local, store.id(), out, progress, () -> false);
        } else {
            StoreExport.export(account.open(store.id()), Patience.USUAL, Instant.now(), out, progress, () -> false);
        }
    }
}
