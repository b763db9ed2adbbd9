package dev.recalldesk.app;

import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.archive.FreshFile;
import dev.recalldesk.memory.archive.Patience;
import dev.recalldesk.memory.archive.ProgressListener;
import dev.recalldesk.memory.archive.StoreExport;
import dev.recalldesk.memory.archive.StoreImport;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Text;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/**
 * Customers in and out as files, as background tasks, whatever memory they are in. An import into the memory on this computer
 * is there entirely or not at all; one into an account goes on where it was when the same file is chosen again. UI thread.
 */
final class CustomerFiles {
    private final Supplier<OpenStore> front;
    private final BackgroundTasks tasks;
    private final Runnable newStore;
    private final Path data;
    private final Supplier<Settings> settings;

    /**
     * @param newStore told when an import has ended, which may have made a store
     * @param data the data folder
     */
    CustomerFiles(
            Supplier<OpenStore> front,
            BackgroundTasks tasks,
            Runnable newStore,
            Path data,
            Supplier<Settings> settings) {
        this.front = front;
        this.tasks = tasks;
        this.newStore = newStore;
        this.data = data;
        this.settings = settings;
    }

    /** Asks for a file and puts its customers beside the store in front. */
    void importInto(Window owner) {
        File chosen = chooser().showOpenDialog(owner);
        if (chosen != null) {
            BackgroundTasks.Row _ = importFrom(chosen.toPath());
        }
    }

    BackgroundTasks.Row importFrom(Path file) {
        OpenStore store = front.get();
        String home = settings.get().over(store.connection()).homeRegion();
        return tasks.start(
                Text.get("files.importing", file.getFileName()),
                progress -> store.account() instanceof LocalAccount local
                        ? in(local, file, progress)
                        : in(store, home, file, progress),
                end -> newStore.run());
    }

    /** Asks for a file and writes the store in front into it. */
    void export(Window owner) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(front.get().storeName() + ".jsonl");
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            BackgroundTasks.Row _ = exportTo(chosen.toPath());
        }
    }

    BackgroundTasks.Row exportTo(Path file) {
        OpenStore store = front.get();
        return tasks.start(
                Text.get("files.exporting", file.getFileName()), progress -> out(store, file, progress), end -> {});
    }

    private static String in(LocalAccount account, Path file, BackgroundTasks.Progress progress) throws IOException {
        return Text.get(
                "files.imported",
                StoreArchive.importInto(account, file, ImportOptions.AS_IT_IS, told(progress), progress::cancelled)
                        .displayName());
    }

    private String in(OpenStore store, String home, Path file, BackgroundTasks.Progress progress) throws IOException {
        StoreImport wanted = new StoreImport(
                store.account(), store.connection().place(), data.resolve(StoreImport.FOLDER), Patience.USUAL);
        try {
            StoreImport.Done done = wanted.run(
                    file,
                    null,
                    (archive, cancelled) -> StoreArchive.tryOut(archive, home, cancelled),
                    told(progress),
                    progress::cancelled);
            return Text.get(
                    done.before() ? "files.before" : "files.imported",
                    done.store().displayName());
        } catch (MemoryFailure e) {
            throw new IOException(Text.get("files.brokenOff", cause(e)), e);
        }
    }

    private static String out(OpenStore store, Path file, BackgroundTasks.Progress progress) throws IOException {
        try {
            FreshFile.write(file, stream -> {
                if (store.account() instanceof LocalAccount local) {
                    StoreArchive.export(local, store.storeId(), stream, told(progress), progress::cancelled);
                } else {
                    StoreExport.export(
                            store.account().open(store.storeId()),
                            Patience.USUAL,
                            Instant.now(),
                            stream,
                            told(progress),
                            progress::cancelled);
                }
            });
        } catch (MemoryFailure e) {
            throw new IOException(cause(e), e);
        }
        return Text.get("files.exported", file.getFileName());
    }

    private static String cause(MemoryFailure failure) {
        return FailureWords.sentences(failure, ZoneId.systemDefault());
    }

    private static ProgressListener told(BackgroundTasks.Progress progress) {
        return (done, all) -> progress.at(all > 0 ? (double) done / all : 0);
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Text.get("files.type"), "*.jsonl", "*.json"));
        return chooser;
    }
}
