package dev.recalldesk.app.tour;

import dev.recalldesk.app.DeskApp;
import dev.recalldesk.app.Shortcut;
import java.io.IOException;
import javafx.scene.input.KeyCode;

/** From the settings to an account and to a store for another client, and back to the first store. */
final class OtherMemories {
    private final Tour tour;
    private final Screen screen;
    private final DeskApp app;

    OtherMemories(Tour tour, Screen screen, DeskApp app) {
        this.tour = tour;
        this.screen = screen;
        this.app = app;
    }

    /** Nothing answers at the address; the tour leaves this computer alone. */
    void play() throws IOException {
        tour.step("connect an account", see -> {
            screen.press("connections-add");
            screen.press("connect-check");
            see.words("Region or address", "A SID begins with SK or AC", "nothing is saved");
        });
        tour.step("nobody is at the address", see -> {
            screen.type("connect-user", "SK00000000000000000000000000000000");
            screen.type("connect-secret", "not a real one");
            screen.type("connect-address", "http://127.0.0.1:1");
            screen.press("connect-check");
            see.words("Found 127.0.0.1", "Nothing listens at 127.0.0.1", "Look at the port");
        });
        tour.step("a store for another client", see -> {
            screen.press("connect-cancel");
            screen.press("connections-store");
            see.words("1 of 15");
            screen.type("new-store-name", "harbor-pine");
            screen.press("new-store-name-create");
            screen.awaitGone("new-store");
            see.words("harbor-pine");
        });
        tour.step("back to the first store", see -> {
            screen.keys(Shortcut.PALETTE.combination());
            screen.type("palette-field", "demo");
            see.words("Stores", "On this computer");
            screen.key(KeyCode.ENTER);
            screen.awaitGone("palette-field");
            screen.await("the demo store", () -> app.front().storeName().equals("demo"));
        });
    }
}
