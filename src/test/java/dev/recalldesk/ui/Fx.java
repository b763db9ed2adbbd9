package dev.recalldesk.ui;

import dev.recalldesk.app.Picture;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.awaitility.Awaitility;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Puts one node on the headless screen in the program's own look, and takes its picture. */
public final class Fx {
    private Fx() {}

    /** A stage showing the node; made on the UI thread by {@code make}. */
    public static Stage show(Style style, int width, int height, Callable<? extends Parent> make) throws Exception {
        FxToolkit.registerPrimaryStage();
        return on(() -> {
            Fonts.load();
            Application.setUserAgentStylesheet(style.userAgentStylesheet());
            Scene scene = new Scene(make.call(), width, height);
            scene.getStylesheets().setAll(style.stylesheets());
            Stage stage = new Stage();
            stage.setScene(scene);
            stage.show();
            return stage;
        });
    }

    /** Runs on the UI thread and returns the outcome. */
    public static <T> T on(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(30, TimeUnit.SECONDS);
    }

    /** Runs on the UI thread. */
    public static void run(Runnable action) throws Exception {
        on(() -> {
            action.run();
            return true;
        });
    }

    /** Waits until the condition, asked on the UI thread, holds. */
    public static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what).atMost(Duration.ofSeconds(20)).until(() -> on(condition));
    }

    /** Writes what the window shows to {@code target/pictures/<name>.png}. */
    public static void picture(Window window, String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        Picture.write(on(() -> window.getScene().snapshot(null)), folder.resolve(name + ".png"));
    }

    /** The UI thread as the program knows it. */
    public static UiThread uiThread() {
        return Platform::runLater;
    }
}
