package dev.recalldesk;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a store of this machine into an archive. */
@Command(
        name = "export",
        resourceBundle = "messages",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.export}",
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {"0:${bundle:cli.export.exit.0}", "1:${bundle:cli.export.exit.1}", "2:${bundle:cli.exit.2}"})
public final class ExportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "${bundle:cli.export.file}")
    private String file = "-";

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter err = command.commandLine().getErr();
        return options.run(err, percent -> Text.get("cli.export.progress", percent), (account, progress) -> {
            Store store = chosen(account);
            if (file.equals("-")) {
                // The bytes must be UTF-8 whatever the terminal speaks, so no writer of the terminal's comes between.
                write(account, store, new FileOutputStream(FileDescriptor.out), progress);
            } else {
                writeFile(account, store, Path.of(file), progress);
            }
            return 0;
        });
    }

    private Store chosen(LocalAccount account) throws IOException {
        List<Store> stores = account.stores();
        List<Store> fitting = options.store == null
                ? stores
                : Store.named(stores, options.store).stream().toList();
        if (fitting.size() == 1) {
            return fitting.getFirst();
        }
        String names = Store.names(stores);
        throw new IOException(stores.isEmpty() ? Text.get("cli.export.none") : Text.get("cli.export.which", names));
    }

    /** Into a file beside it first, so that an export that fails leaves the older one as it is. */
    private static void writeFile(LocalAccount account, Store store, Path target, ProgressListener progress)
            throws IOException {
        Path folder = Objects.requireNonNullElse(target.toAbsolutePath().getParent(), target);
        Path part = Files.createTempFile(folder, ".export", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(part)) {
                write(account, store, out, progress);
            }
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void write(LocalAccount account, Store store, OutputStream out, ProgressListener progress)
            throws IOException {
        StoreArchive.export(account, store.id(), out, progress, () -> false);
    }
}
