package dev.recalldesk;

import dev.recalldesk.app.DeskApp;
import dev.recalldesk.app.Display;
import dev.recalldesk.app.Outside;
import dev.recalldesk.ui.Text;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
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

    @Option(names = "--data", paramLabel = "DIR", description = "${bundle:cli.data}")
    private @Nullable Path data;

    @Option(names = "--store", paramLabel = "STORE", description = "${bundle:cli.desk.store}")
    private @Nullable String store;

    @Option(
            names = "--without-display",
            paramLabel = "DIR",
            description = "${bundle:cli.withoutDisplay}",
            hidden = true)
    private @Nullable Path withoutDisplay;

    @Override
    public Integer call() throws Exception {
        if (Display.available()) {
            Path folder = data == null ? DataFolder.standard() : data;
            DataFolder.make(folder);
            DeskApp.startToolkit();
            DeskApp.open(folder, store, Outside.real()).awaitClosed();
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
