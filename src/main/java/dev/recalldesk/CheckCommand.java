package dev.recalldesk;

import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.local.DataFolderDamaged;
import dev.recalldesk.memory.local.MemoryCheck;
import dev.recalldesk.ui.Text;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says whether the memory of this machine is whole and its search index equals it, and mends the index. */
@Command(
        name = "check",
        resourceBundle = "messages",
        mixinStandardHelpOptions = true,
        description = "${bundle:cli.check}",
        exitCodeListHeading = "%n${bundle:cli.exitCodes}%n",
        exitCodeList = {
            "0:${bundle:cli.check.exit.0}",
            "1:${bundle:cli.check.exit.1}",
            "2:${bundle:cli.exit.2}",
            "3:${bundle:cli.check.exit.3}",
            "4:${bundle:cli.check.exit.4}"
        })
final class CheckCommand implements Callable<Integer> {
    private static final int WHOLE = 0;
    private static final int NOT_CHECKED = 1;
    private static final int MENDED = 3;
    private static final int DAMAGED = 4;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Override
    public Integer call() {
        CommandSpec command = Objects.requireNonNull(spec);
        PrintWriter out = command.commandLine().getOut();
        PrintWriter err = command.commandLine().getErr();
        ProgressLine progress = new ProgressLine(err, percent -> Text.get("cli.check.progress", percent));
        try {
            MemoryCheck.Report report = MemoryCheck.run(data == null ? DataFolder.standard() : data, progress);
            progress.end();
            return tell(report, out);
        } catch (DataFolderDamaged e) {
            progress.end();
            err.println(e.getMessage());
            return DAMAGED;
        } catch (IOException | MemoryFailure e) {
            progress.end();
            err.println(Sentences.of(e));
            return NOT_CHECKED;
        } finally {
            out.flush();
            err.flush();
        }
    }

    private static int tell(MemoryCheck.Report report, PrintWriter out) {
        if (!report.whole()) {
            out.println(Text.get("cli.check.damaged"));
            report.damages().forEach(damage -> out.println("  " + damage));
            return DAMAGED;
        }
        out.println(Text.get("cli.check.whole", report.texts()));
        return switch (report.index()) {
            case BUILT -> {
                out.println(Text.get("cli.check.built"));
                yield MENDED;
            }
            case REPAIRED -> {
                out.println(Text.get("cli.check.repaired", report.missing(), report.stale(), report.surplus()));
                yield MENDED;
            }
            case EQUAL, LEFT -> {
                out.println(Text.get("cli.check.equal"));
                yield WHOLE;
            }
        };
    }
}
