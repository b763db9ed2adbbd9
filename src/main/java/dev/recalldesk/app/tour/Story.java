package dev.recalldesk.app.tour;

import dev.recalldesk.app.DeskApp;
import dev.recalldesk.app.Shortcut;
import java.io.IOException;
import javafx.scene.input.KeyCode;

/** A working day in a few minutes: the calls, the memory, the notes, and what the desk says when something is missing. */
final class Story {
    private static final String NOTE = "Bank shows no refund so far. Promised to check with payments and call back.";
    private final Tour tour;
    private final Screen screen;
    private final DeskApp app;

    Story(Tour tour, Screen screen, DeskApp app) {
        this.tour = tour;
        this.screen = screen;
        this.app = app;
    }

    void play() throws IOException {
        firstCall();
        recallAndNote();
        moreCalls();
        callers();
        theRest();
        new OtherMemories(tour, screen, app).play();
        whatIsMissing();
    }

    private void firstCall() throws IOException {
        tour.step("start", see -> {
            see.node("main-window");
            see.words("No call right now", "Ring a test call");
            see.words("The memory on this computer", "Connect to Twilio");
        });
        tour.step("the memory on this computer", see -> {
            screen.press("first-local");
            screen.awaitGone("first-local");
            see.words("No call right now");
        });
        tour.step("ring", see -> {
            screen.keys(Shortcut.RING.combination());
            see.words("+1 317 555 0143", "Ringing");
        });
        tour.step("screen pop", see -> {
            if (!Screen.on(() -> screen.sight().find("who").isPresent())) {
                screen.keys(Shortcut.WHO_PANE.combination());
            }
            see.words("Alyssa Marlow", "Gold", "Contact", "Account", "Support", "Home");
            see.words("Refund of $248.00", "everything after");
        });
        tour.step("on the call", see -> {
            if (narrow()) {
                screen.keys(Shortcut.WHO_PANE.combination());
            }
            screen.keys(Shortcut.ANSWER.combination());
            see.words("On call");
            see.node("timeline");
        });
    }

    private void recallAndNote() throws IOException {
        tour.step("recall", see -> {
            screen.type("recall-question", "double charge");
            see.words("HP-20418", "AI-extracted");
            see.node("recall-results");
        });
        tour.step("why it is shown", see -> {
            screen.key(KeyCode.DOWN);
            see.words("Why shown");
        });
        tour.step("insert into the note", see -> {
            screen.key(KeyCode.ENTER);
            screen.await(
                    "the fact in the note",
                    () -> screen.sight().text("note-text").contains("HP-20418"));
        });
        tour.step("write the note", see -> {
            screen.type("note-text", NOTE);
            see.words(NOTE, "Saved here");
        });
        tour.step("note saved", see -> {
            screen.press("note-save");
            screen.await("an empty note", () -> screen.sight().text("note-text").isEmpty());
            screen.type("recall-question", "");
            see.words("In memory");
            readDownTo(NOTE);
            see.words(NOTE);
        });
    }

    private void moreCalls() throws IOException {
        tour.step("second call", see -> {
            screen.keys(Shortcut.RING.combination());
            see.words("Priya Raman", "Alyssa Marlow");
        });
        tour.step("hold and switch", see -> {
            screen.keys(Shortcut.HOLD.combination());
            screen.keys(Shortcut.NEXT_CALL.combination());
            screen.keys(Shortcut.ANSWER.combination());
            see.words("Priya Raman", "Internal note for");
        });
        tour.step("three more at once", see -> {
            command("Ring: three calls at once");
            see.words("+3");
        });
        tour.step("all calls over", see -> {
            endAll();
            see.words("No call right now");
        });
    }

    private void callers() throws IOException {
        tour.step("nobody has this number", see -> {
            command("Ring: a number nobody has");
            see.words("Create a customer", "Nobody in demo");
        });
        tour.step("two customers on one number", see -> {
            endAll();
            command("Ring: a number two customers share");
            see.words("Who is calling?", "Dennis Marlow", "Alyssa Marlow");
        });
        tour.step("one is chosen", see -> {
            screen.press("chooser-pick-1");
            see.node("recall-question");
        });
        tour.step("withheld number", see -> {
            endAll();
            command("Ring: a withheld number");
            see.words("Withheld number");
        });
        tour.step("note without a customer", see -> {
            screen.type("note-text", "Wants a callback about a lamp, ask for Calder.");
            screen.press("note-save");
            see.words("Parked here");
        });
    }

    private void theRest() throws IOException {
        tour.step("palette", see -> {
            endAll();
            open("Alyssa Marlow");
            see.words("Alyssa Marlow");
            screen.keys(Shortcut.PALETTE.combination());
            screen.type("palette-field", "ma");
            see.words("Customers", "Marcus Bell", "Make the text larger");
        });
        tour.step("shortcuts", see -> {
            screen.key(KeyCode.ESCAPE);
            screen.keys(Shortcut.HELP.combination());
            see.words("Shortcuts", "Ask the memory");
        });
        tour.step("background tasks", see -> {
            screen.key(KeyCode.ESCAPE);
            screen.keys(Shortcut.TASKS.combination());
            see.words("Background tasks");
        });
        tour.step("settings", see -> {
            screen.key(KeyCode.ESCAPE);
            screen.keys(Shortcut.SETTINGS.combination());
            see.words("Appearance", "Text size", "Home country");
        });
    }

    private void whatIsMissing() throws IOException {
        tour.step("hardly anything known", see -> {
            open("Ivo Brandt");
            see.words("Ivo Brandt");
        });
        tour.step("many languages", see -> {
            open("Éléonore");
            see.words("Παπαδοπούλου");
        });
        tour.step("nothing found", see -> {
            screen.type("recall-question", "zeppelin hangar");
            see.words("Nothing about");
        });
        tour.step("the memory does not answer", see -> {
            screen.type("recall-question", "");
            app.front().account().close();
            screen.type("recall-question", "refund");
            see.words("Retry");
        });
    }

    /** Whether the window is too narrow for the right pane beside the sheet. */
    private boolean narrow() {
        return Screen.on(() -> screen.sight().wide("sheet") < screen.sight().wide("who") * 1.5);
    }

    /** Moves down the timeline, as with the arrow key, until the words are in view. */
    private void readDownTo(String words) {
        screen.focus("timeline");
        for (int row = 0; row < 8 && !screen.comesToShow(words); row++) {
            screen.key(KeyCode.DOWN);
        }
    }

    private void command(String title) {
        screen.keys(Shortcut.PALETTE.combination());
        screen.type("palette-field", title);
        screen.awaitWords(title);
        screen.key(KeyCode.ENTER);
        screen.awaitGone("palette-field");
    }

    private void open(String customer) {
        screen.keys(Shortcut.PALETTE.combination());
        screen.type("palette-field", customer);
        screen.awaitWords(customer);
        screen.key(KeyCode.ENTER);
        screen.awaitGone("palette-field");
        screen.awaitWords(customer);
    }

    /** Hangs up and finishes until no call is left. */
    private void endAll() {
        for (int left = 0;
                left < 60 && !Screen.on(() -> screen.sight().words().contains("No call right now"));
                left++) {
            screen.keys(Shortcut.ANSWER.combination());
            screen.keys(Shortcut.HANG_UP.combination());
            screen.keys(Shortcut.FINISH.combination());
        }
    }
}
