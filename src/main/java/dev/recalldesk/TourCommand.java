package dev.recalldesk;

import dev.recalldesk.app.Display;
import dev.recalldesk.app.tour.TourApp;
import dev.recalldesk.ui.Style;
import dev.recalldesk.ui.Text;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The whole story played by itself, with a picture of every step. */
@Command(
        name = "tour",
        resourceBundle = "messages",
        description = "${bundle:cli.tour}",
        mixinStandardHelpOptions = true)
final class TourCommand implements Callable<Integer> {
    private static final Pattern SIZE = Pattern.compile("(\\d{3,4})x(\\d{3,4})");
    private static final int HEADLESS_MOST = 1000;

    /** Which colours a tour is played in. */
    enum Theme {
        light,
        dark
    }

    /** How the window of a tour looks. */
    record Look(boolean dark, int width, int height, double textScale) {
        Style style() {
            return new Style(dark, textScale);
        }
    }

    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "${bundle:cli.tour.out}")
    private @Nullable Path out;

    @Option(names = "--theme", defaultValue = "light", description = "${bundle:cli.tour.theme}")
    private Theme theme = Theme.light;

    @Option(names = "--size", defaultValue = "1000x720", description = "${bundle:cli.tour.size}")
    private String size = "";

    @Option(names = "--text-scale", defaultValue = "1.0", description = "${bundle:cli.tour.textScale}")
    private double textScale = 1;

    @Override
    public Integer call() throws Exception {
        CommandSpec command = Objects.requireNonNull(spec);
        Matcher asked = SIZE.matcher(size);
        if (!asked.matches()) {
            throw new ParameterException(command.commandLine(), Text.get("cli.tour.wrongSize", size));
        }
        if (textScale < 0.8 || textScale > 2) {
            throw new ParameterException(command.commandLine(), Text.get("cli.tour.wrongScale"));
        }
        Look look = new Look(
                theme == Theme.dark, Integer.parseInt(asked.group(1)), Integer.parseInt(asked.group(2)), textScale);
        boolean large = look.width() > HEADLESS_MOST || look.height() > HEADLESS_MOST;
        if (large && !Display.available()) {
            throw new ParameterException(command.commandLine(), Text.get("cli.tour.needsDisplay", size));
        }
        return play(Objects.requireNonNull(out), look, command.commandLine().getOut());
    }

    /** Plays the tour without a screen where its size allows, and on the display where it does not. */
    static int play(Path folder, Look look, PrintWriter tell) throws Exception {
        if (look.width() <= HEADLESS_MOST && look.height() <= HEADLESS_MOST) {
            Display.useNone();
        }
        return TourApp.run(folder, look.style(), look.width(), look.height(), line -> {
            tell.println(line);
            tell.flush();
        });
    }
}
