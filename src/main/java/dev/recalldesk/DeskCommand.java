package dev.recalldesk;

import dev.recalldesk.app.DeskApp;
import dev.recalldesk.app.Display;
import dev.recalldesk.app.Outside;
import dev.recalldesk.app.Visit;
import dev.recalldesk.ui.Text;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The window. */
@Command(
        name = "desk",
        resourceBundle = "messages",
        description = "${bundle:cli.desk}",
        mixinStandardHelpOptions = true)
final class DeskCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Mixin
    private final MemoryOptions options;

    @Option(
            names = "--without-display",
            paramLabel = "DIR",
            description = "${bundle:cli.withoutDisplay}",
            hidden = true)
    private @Nullable Path withoutDisplay;

    DeskCommand() {
        this(System.getenv());
    }

    /** @param environment where credentials are looked for */
    DeskCommand(Map<String, String> environment) {
        this.options = new MemoryOptions(environment);
    }

    @Override
    public Integer call() throws Exception {
        Visit visit = options.remote() ? options.visit() : null;
        if (Display.available()) {
            Path folder = DataFolder.make(options.folder());
            DeskApp.startToolkit();
            DeskApp.open(folder, options.store().orElse(null), visit, Outside.real())
                    .awaitClosed();
            DeskApp.stopToolkit();
            return 0;
        }
        var out = java.util.Objects.requireNonNull(spec).commandLine();
        if (withoutDisplay == null) {
            out.getErr().println(Text.get("cli.noDisplay"));
            return 1;
        }
        out.getOut().println(Text.get("cli.noDisplayTour", withoutDisplay));
        out.getOut().flush();
        return TourCommand.play(withoutDisplay, new TourCommand.Look(false, 1000, 720, 1), out.getOut());
    }
}
