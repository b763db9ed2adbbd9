package dev.recalldesk;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Brings an archive into the memory of this machine, entirely or not at all. */
@Command(
        name = "import",
        resourceBundle = "messages",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.import}",
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {"0:${bundle:cli.import.exit.0}", "1:${bundle:cli.import.exit.1}", "2:${bundle:cli.exit.2}"})
public final class ImportCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final ArchiveOptions options = new ArchiveOptions();

    @Parameters(paramLabel = "FILE", description = "${bundle:cli.import.file}")
    private Path file = Path.of("");

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        return options.run(err, percent -> Text.get("cli.import.progress", percent), (account, progress) -> {
            Store store = StoreArchive.importInto(
                    account, file, new ImportOptions(options.store, null), progress, () -> false);
            out.println(Text.get("cli.import.done", store.displayName()));
            out.flush();
            return 0;
        });
    }
}
