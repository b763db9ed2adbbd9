package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.desk.SettingsFile;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Fonts;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.DoubleConsumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.Image;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The program with its window, from opening to closing. The window is there first; the memory opens behind it and the desk
 * takes the window over when it is ready.
 */
public final class DeskApp {
    private static final Logger LOG = LoggerFactory.getLogger(DeskApp.class);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);
    private final Path data;
    private final @Nullable String store;
    private final @Nullable Visit visit;
    private final Outside outside;
    private final Stage stage = new Stage();
    private final Appearance appearance = new Appearance();
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final FxUiThread ui = new FxUiThread();
    private final Work work = new Work(workers, ui);
    private final SettingsViewModel settings;
    private final CompletableFuture<DeskApp> ready;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Wiring wiring;
    private volatile @Nullable OpenStore front;
    private @Nullable MainWindow window;

    private DeskApp(
            Path data,
            @Nullable String store,
            @Nullable Visit visit,
            Outside outside,
            CompletableFuture<DeskApp> ready) {
        this.data = data;
        this.store = store;
        this.visit = visit;
        this.outside = visit == null ? outside : visit.in(outside);
        this.ready = ready;
        SettingsFile file = new SettingsFile(data.resolve("settings.json"));
        Settings saved = file.read();
        AtomicReference<Settings> newest = new AtomicReference<>(saved);
        settings = new SettingsViewModel(visit == null ? saved : visit.over(saved), changed -> {
            newest.set(visit == null ? changed : visit.without(changed, saved));
            work.run(() -> keep(file, newest::get));
        });
    }

    /** Starts the toolkit, which must run before a window can open. Once in a process. */
    public static void startToolkit() {
        Platform.startup(() -> Platform.setImplicitExit(false));
    }

    /** Ends the toolkit for the rest of the process. */
    public static void stopToolkit() {
        Platform.exit();
    }

    /**
     * Opens the window and returns once the desk is in it. From any thread but the UI thread, while the toolkit runs.
     *
     * @param data the folder of memory, drafts and settings; made if missing
     */
    public static DeskApp open(Path data) throws Exception {
        return open(data, null, Outside.real());
    }

    /**
     * As {@link #open(Path)}, in one of several stores, with a keychain and accounts of the caller's.
     *
     * @param store its id or name; {@code null} for the one the desk opens with
     */
    public static DeskApp open(Path data, @Nullable String store, Outside outside) throws Exception {
        return open(data, store, null, outside);
    }

    /**
     * The same on a certain memory.
     *
     * @param visit the memory; {@code null} for the one the settings say
     */
    public static DeskApp open(Path data, @Nullable String store, @Nullable Visit visit, Outside outside)
            throws Exception {
        Files.createDirectories(data);
        CompletableFuture<DeskApp> ready = new CompletableFuture<>();
        Platform.runLater(() -> new DeskApp(data, store, visit, outside, ready).open());
        return ready.get();
    }

    /** Returns when the agent has closed the window and everything worth keeping is on the disk. */
    public void awaitClosed() throws InterruptedException {
        closed.await();
        if (!workers.awaitTermination(LONGEST_GOODBYE.toSeconds(), TimeUnit.SECONDS)) {
            LOG.warn("Work was still going on when the program ended");
        }
    }

    public Stage stage() {
        return stage;
    }

    /** The parts below the screen. Any thread, once the desk is open. */
    public Wiring wiring() {
        return Objects.requireNonNull(wiring);
    }

    /** The store in front. Any thread, once the desk is open. */
    public OpenStore front() {
        return Objects.requireNonNull(front);
    }

    /** Closes the window as the agent would. UI thread. */
    public void close() {
        rememberPlace();
        stage.hide();
        if (window != null) {
            window.close();
        }
        workers.shutdown();
        Wiring opened = wiring;
        if (opened != null) {
            opened.close();
        }
        appearance.close();
        Thread.currentThread().setUncaughtExceptionHandler(null);
        closed.countDown();
        ready.complete(this);
    }

    private void open() {
        Fonts.load();
        Thread.currentThread().setUncaughtExceptionHandler((thread, problem) -> defect(problem));
        settings.settingsProperty().subscribe(now -> appearance.choose(now.theme(), now.textScale()));
        Scene scene = new Scene(new StartingView());
        appearance.dress(scene);
        stage.setScene(scene);
        stage.setTitle(Text.get("app.name"));
        stage.getIcons()
                .add(new Image(
                        Objects.requireNonNull(DeskApp.class.getResourceAsStream("/assets/icons/icon-256.png"))));
        WindowPlace.take(stage, settings.now().window());
        stage.setOnCloseRequest(request -> close());
        stage.show();
        openMemory();
    }

    private void openMemory() {
        StartingView starting = new StartingView();
        stage.getScene().setRoot(starting);
        Future<?> _ =
                work.run(() -> openFirst(fraction -> ui.post(() -> starting.demo(fraction))), this::start, problem -> {
                    LOG.error("The memory could not be opened", problem);
                    starting.failed(reason(problem), this::openMemory, this::close);
                });
    }

    private static String reason(Exception problem) {
        return problem instanceof MemoryFailure failure
                ? FailureWords.sentences(failure, ZoneId.systemDefault())
                : String.valueOf(problem.getMessage());
    }

    /**
     * What the desk opens with.
     *
     * @param failed why it is not what the settings say
     */
    private record First(OpenStore store, @Nullable Exception failed) {}

    /** The memory on this computer takes the place of a connection that cannot be used, so that the desk always opens. */
    private First openFirst(DoubleConsumer demo) throws Exception {
        Wiring present = wiring;
        if (present == null) {
            present = new Wiring(data, outside);
            wiring = present;
        }
        Connection connection = settings.now().connections().opening();
        if (store != null) {
            return new First(present.stores().open(connection, store, settings.now(), demo), null);
        }
        try {
            return new First(present.stores().open(connection, settings.now(), demo), null);
        } catch (Exception e) {
            if (connection.local() || visit != null) {
                throw e;
            }
            LOG.warn("The connection the desk opens with cannot be used", e);
            Connection local = settings.now().connections().local();
            return new First(present.stores().open(local, settings.now(), demo), e);
        }
    }

    private void start(First first) {
        MainWindow desk = new MainWindow(wiring(), first.store(), new BackgroundTasks(workers, ui), settings);
        window = desk;
        Exception failed = first.failed();
        if (failed != null) {
            Connection wanted = settings.now().connections().opening();
            desk.stores().failed(StoreChoice.first(wanted), failed);
        }
        desk.stores().frontProperty().subscribe(page -> front = page.store());
        appearance.styleProperty().subscribe(style -> desk.em(style.em(1)));
        stage.getScene().setRoot(desk);
        // Otherwise the first button would have the focus, and with it a ring nobody asked for.
        desk.requestFocus();
        new KeyRouter(desk, () -> settings.now().singleKeys()).listen(stage.getScene());
        ready.complete(this);
    }

    private void rememberPlace() {
        Settings.Window place = WindowPlace.of(stage, settings.now().window());
        settings.window(window == null ? place : window.divided(place));
    }

    private void defect(Throwable problem) {
        LOG.error("A defect in the program", problem);
        if (window != null) {
            window.report(problem);
        }
    }

    private static void keep(SettingsFile file, Supplier<Settings> newest) {
        try {
            file.write(newest);
        } catch (IOException e) {
            LOG.warn("The settings could not be kept", e);
        }
    }
}
