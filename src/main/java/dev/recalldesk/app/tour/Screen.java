package dev.recalldesk.app.tour;

import dev.recalldesk.app.Picture;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

/** The window as somebody in front of it has it: reads what it shows, presses, types. Used from a worker thread. */
public final class Screen {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration MOMENT = Duration.ofMillis(700);
    private static final Duration GLANCE = Duration.ofMillis(15);
    private static final boolean MAC =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    private final Stage stage;
    private final Duration patience;

    public Screen(Stage stage) {
        this(stage, PATIENCE);
    }

    /** @param patience how long something may take to be shown */
    public Screen(Stage stage, Duration patience) {
        this.stage = stage;
        this.patience = patience;
    }

    /** Thrown when the screen does not come to show what it must. */
    public static final class NotShown extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotShown(String what, @Nullable Throwable cause) {
            super(what, cause);
        }
    }

    /** Waits until these words stand somewhere on the screen. */
    public void awaitWords(String words) {
        await("the words \"" + words + "\"", () -> sight().words().contains(words));
    }

    /** Waits until the node is shown. */
    public void awaitNode(String id) {
        await("a node named " + id, () -> sight().find(id).isPresent());
    }

    /** Waits until the node is gone. */
    public void awaitGone(String id) {
        await("no node named " + id, () -> sight().find(id).isEmpty());
    }

    /** Presses a button. */
    public void press(String id) {
        awaitNode(id);
        on(() -> {
            if (sight().find(id).orElseThrow() instanceof ButtonBase button) {
                button.fire();
                return true;
            }
            throw new NotShown(id + " is no button", null);
        });
    }

    /** Replaces what stands in a text field. */
    public void type(String id, String text) {
        awaitNode(id);
        on(() -> {
            if (sight().find(id).orElseThrow() instanceof TextInputControl input) {
                input.requestFocus();
                input.setText(text);
                input.end();
                return true;
            }
            throw new NotShown(id + " takes no text", null);
        });
    }

    /** Presses keys where the focus is. */
    public void keys(KeyCombination combination) {
        KeyCodeCombination keys = (KeyCodeCombination) combination;
        boolean shortcut = keys.getShortcut() == KeyCombination.ModifierValue.DOWN;
        key(
                keys.getCode(),
                keys.getShift() == KeyCombination.ModifierValue.DOWN,
                (shortcut && !MAC) || keys.getControl() == KeyCombination.ModifierValue.DOWN,
                keys.getAlt() == KeyCombination.ModifierValue.DOWN,
                shortcut && MAC);
    }

    /** Presses one key where the focus is. */
    public void key(KeyCode code) {
        key(code, false, false, false, false);
    }

    private void key(KeyCode code, boolean shift, boolean control, boolean alt, boolean meta) {
        on(() -> {
            Scene scene = stage.getScene();
            Node target = scene.getFocusOwner() == null ? scene.getRoot() : scene.getFocusOwner();
            for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
                Event.fireEvent(target, new KeyEvent(type, "", "", code, shift, control, alt, meta));
            }
            return true;
        });
    }

    /** Gives a node the focus, as a click would. */
    public void focus(String id) {
        awaitNode(id);
        on(() -> {
            sight().find(id).orElseThrow().requestFocus();
            return true;
        });
    }

    /** Writes what the window shows. */
    public void picture(Path file) throws IOException {
        // Two frames: the first lays out what just changed, the second draws it.
        on(() -> stage.getScene().snapshot(null));
        WritableImage image = on(() -> stage.getScene().snapshot(null));
        Picture.write(image, file);
    }

    /** Whether these words come into view within a moment. */
    boolean comesToShow(String words) {
        return holdsWithin(MOMENT, () -> sight().words().contains(words));
    }

    /** Waits until the condition, asked on the UI thread, holds. */
    public void await(String what, Callable<Boolean> condition) {
        if (!holdsWithin(patience, condition)) {
            throw new NotShown("waited " + patience.toMillis() + " ms in vain for " + what, null);
        }
    }

    private static boolean holdsWithin(Duration within, Callable<Boolean> condition) {
        long end = System.nanoTime() + within.toNanos();
        while (!on(condition)) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause();
        }
        return true;
    }

    private static void pause() {
        try {
            Thread.sleep(GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotShown("interrupted", e);
        }
    }

    /** What the window shows now. UI thread. */
    Sight sight() {
        return new Sight(stage.getScene().getRoot());
    }

    /** Runs on the UI thread and waits until it is done. */
    public static void run(Runnable action) {
        boolean _ = on(() -> {
            action.run();
            return true;
        });
    }

    private static <T> T here(Callable<T> action) {
        try {
            return action.call();
        } catch (Exception e) {
            throw new NotShown(String.valueOf(e), e);
        }
    }

    /** Runs on the UI thread and waits for the outcome. */
    public static <T> T on(Callable<T> action) {
        if (Platform.isFxApplicationThread()) {
            return here(action);
        }
        CompletableFuture<T> outcome = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                outcome.complete(action.call());
            } catch (Exception e) {
                outcome.completeExceptionally(e);
            }
        });
        try {
            return outcome.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotShown("interrupted", e);
        } catch (ExecutionException e) {
            throw new NotShown(String.valueOf(e.getCause()), e.getCause());
        }
    }
}
