package dev.recalldesk;

import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.archive.Patience;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.archive.StoreImport;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Brings an archive into a memory: into that of this machine entirely or not at all, into another one step by step, from where
 * an earlier try broke off.
 */
@Command(
        name = "import",
        resourceBundle = "messages",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.import}",
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.import.exit.0}",
            "1:${bundle:cli.import.exit.1}",
            "2:${bundle:cli.exit.2}",
            "5:${bundle:cli.import.exit.5}"
        })
public final class ImportCommand implements Callable<Integer> {
    private final Patience patience;

    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @Parameters(paramLabel = "FILE", description = "${bundle:cli.import.file}")
    private Path file = Path.of("");

    public ImportCommand() {
        this(System.getenv(), Patience.USUAL);
    }

    /** @param environment where credentials are looked for */
    ImportCommand(Map<String, String> environment, Patience patience) {
        this.options = new MemoryOptions(environment);
        this.patience = patience;
    }

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        return new ArchiveRun(options, command.commandLine().getErr())
                .run(percent -> Text.get("cli.import.progress", percent), (account, progress) -> {
                    out.println(imported(account, progress));
                    out.flush();
                    return Exit.DONE;
                });
    }

    private String imported(MemoryAccount account, ProgressListener progress) throws IOException {
        if (account instanceof LocalAccount local) {
            ImportOptions wanted = new ImportOptions(options.store().orElse(null), null);
            return Text.get(
                    "cli.import.done",
                    StoreArchive.importInto(local, file, wanted, progress, () -> false)
                            .displayName());
        }
        String home = options.settings().homeRegion();
        Path journals = DataFolder.make(options.folder()).resolve(StoreImport.FOLDER);
        StoreImport.Done done = new StoreImport(account, options.place(), journals, patience)
                .run(
                        file,
                        options.store().orElse(null),
                        (archive, cancelled) -> StoreArchive.tryOut(archive, home, cancelled),
                        progress,
                        () -> false);
        return Text.get(
                done.before() ? "cli.import.before" : "cli.import.done",
                done.store().displayName());
    }
}
