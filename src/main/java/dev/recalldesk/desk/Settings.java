package dev.recalldesk.desk;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connections;
import dev.recalldesk.connection.Limits;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * What the agent chose. Values outside their range are drawn to its nearer end, so that a file edited by hand cannot break
 * the window.
 *
 * @param textScale 0.8 to 2.0
 * @param agentName as it goes into the source of a note; may be empty
 * @param homeRegion two-letter country whose way of writing phone numbers is understood
 * @param codes wrap-up codes, at most 9, in the order of their digits
 * @param undoSeconds how long a saved note can be taken back, 0 to 60
 * @param singleKeys whether single keys act outside text fields
 * @param reduceMotion whether nothing moves, whatever the system prefers
 * @param limits how long accounts are waited for, from the next time one is opened on
 */
public record Settings(
        Theme theme,
        double textScale,
        String agentName,
        String homeRegion,
        List<String> codes,
        int undoSeconds,
        boolean singleKeys,
        boolean reduceMotion,
        Window window,
        Connections connections,
        Limits limits) {
    /** Which colours the window has. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }

    /**
     * Where the window was and how it was divided.
     *
     * @param callsWidth in em
     * @param whoWidth in em
     */
    public record Window(
            double x,
            double y,
            double width,
            double height,
            boolean maximized,
            double callsWidth,
            double whoWidth,
            boolean callsShown,
            boolean whoShown) {
        public static final Window DEFAULT = new Window(80, 60, 1280, 800, false, 16, 24, true, true);

        public Window {
            callsWidth = Math.clamp(callsWidth, 12, 30);
            whoWidth = Math.clamp(whoWidth, 18, 40);
        }
    }

    public static final Settings DEFAULT = new Settings(
            Theme.SYSTEM,
            1,
            "",
            "US",
            List.of("Refund", "Billing", "Delivery", "Other"),
            5,
            true,
            false,
            Window.DEFAULT,
            Connections.DEFAULT,
            Limits.USUAL);

    public Settings {
        textScale = Math.clamp(textScale, 0.8, 2.0);
        undoSeconds = Math.clamp(undoSeconds, 0, 60);
        connections = Objects.requireNonNullElse(connections, Connections.DEFAULT);
        limits = Objects.requireNonNullElse(limits, Limits.USUAL);
        codes = codes.stream()
                .map(String::strip)
                .filter(code -> !code.isEmpty())
                .limit(9)
                .toList();
    }

    /**
     * As they hold for this connection: what it has of its own takes the place of what holds for all.
     *
     * @param opened as it was at some time; what was changed since counts
     */
    public Settings over(Connection opened) {
        Connection connection = connections.find(opened.id()).orElse(opened);
        Settings named = connection.agentName().isEmpty() ? this : withAgentName(connection.agentName());
        return connection.homeRegion().isEmpty() ? named : named.withHomeRegion(connection.homeRegion());
    }

    public Settings withTheme(Theme other) {
        return but(copy -> copy.theme = other);
    }

    public Settings withTextScale(double other) {
        return but(copy -> copy.textScale = other);
    }

    public Settings withAgentName(String other) {
        return but(copy -> copy.agentName = other);
    }

    public Settings withHomeRegion(String other) {
        return but(copy -> copy.homeRegion = other);
    }

    public Settings withCodes(List<String> other) {
        return but(copy -> copy.codes = other);
    }

    public Settings withUndoSeconds(int other) {
        return but(copy -> copy.undoSeconds = other);
    }

    public Settings withSingleKeys(boolean other) {
        return but(copy -> copy.singleKeys = other);
    }

    public Settings withReduceMotion(boolean other) {
        return but(copy -> copy.reduceMotion = other);
    }

    public Settings withWindow(Window other) {
        return but(copy -> copy.window = other);
    }

    public Settings withConnections(Connections other) {
        return but(copy -> copy.connections = other);
    }

    public Settings withLimits(Limits other) {
        return but(copy -> copy.limits = other);
    }

    private Settings but(Consumer<Copy> change) {
        Copy copy = new Copy(this);
        change.accept(copy);
        return copy.settings();
    }

    /** What is being changed. */
    private static final class Copy {
        private Theme theme;
        private double textScale;
        private String agentName;
        private String homeRegion;
        private List<String> codes;
        private int undoSeconds;
        private boolean singleKeys;
        private boolean reduceMotion;
        private Window window;
        private Connections connections;
        private Limits limits;

        Copy(Settings from) {
            theme = from.theme;
            textScale = from.textScale;
            agentName = from.agentName;
            homeRegion = from.homeRegion;
            codes = from.codes;
            undoSeconds = from.undoSeconds;
            singleKeys = from.singleKeys;
            reduceMotion = from.reduceMotion;
            window = from.window;
            connections = from.connections;
            limits = from.limits;
        }

        Settings settings() {
            return new Settings(
                    theme,
                    textScale,
                    agentName,
                    homeRegion,
                    codes,
                    undoSeconds,
                    singleKeys,
                    reduceMotion,
                    window,
                    connections,
                    limits);
        }
    }
}
