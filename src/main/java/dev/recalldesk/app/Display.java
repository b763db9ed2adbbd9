package dev.recalldesk.app;

import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.util.Locale;
import java.util.Map;

/** Whether this machine can show a window. */
public final class Display {
    private Display() {}

    /** On Linux a window needs a display server and GTK 3; elsewhere there always is a screen. */
    public static boolean available() {
        return !System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux")
                || (named(System.getenv()) && gtk());
    }

    static boolean named(Map<String, String> environment) {
        return !environment.getOrDefault("DISPLAY", "").isEmpty()
                || !environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty();
    }

    /** Makes the toolkit draw into memory. Before the toolkit starts only. */
    public static void useNone() {
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    @SuppressWarnings("restricted") // looks whether the library is there; calls nothing in it
    private static boolean gtk() {
        try (Arena arena = Arena.ofConfined()) {
            SymbolLookup.libraryLookup("libgtk-3.so.0", arena);
            return true;
        } catch (IllegalArgumentException notThere) {
            return false;
        }
    }
}
