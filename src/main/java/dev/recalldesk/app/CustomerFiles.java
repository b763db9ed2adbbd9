package dev.recalldesk.app;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.LocalAccount;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Supplier;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Customers in and out as files, as background tasks. UI thread. */
final class CustomerFiles {
    private final Supplier<OpenStore> front;
    private final BackgroundTasks tasks;
    private final Runnable newStore;

    /** @param newStore told when an import has made a store */
    CustomerFiles(Supplier<OpenStore> front, BackgroundTasks tasks, Runnable newStore) {
        this.front = front;
        this.tasks = tasks;
        this.newStore = newStore;
    }

    /** Whether files can be had of the store in front and put beside it: only where its memory is on this computer. */
    boolean possible() {
        return front.get().account() instanceof LocalAccount;
    }

    void importInto(Window owner) {
        File chosen = chooser().showOpenDialog(owner);
        if (chosen != null) {
            Path file = chosen.toPath();
            LocalAccount account = account();
            tasks.start(
                    Text.get("files.importing", file.getFileName()),
                    progress -> in(account, file, progress),
                    end -> newStore.run());
        }
    }

    void export(Window owner) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(front.get().storeName() + ".jsonl");
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            Path file = chosen.toPath();
            LocalAccount account = account();
            String storeId = front.get().storeId();
            tasks.start(
                    Text.get("files.exporting", file.getFileName()),
                    progress -> out(account, storeId, file, progress),
                    end -> {});
        }
    }

    private LocalAccount account() {
        return (LocalAccount) front.get().account();
    }

    private static String in(LocalAccount account, Path file, BackgroundTasks.Progress progress) throws Exception {
        Store store = StoreArchive.importInto(
                account,
                file,
                ImportOptions.AS_IT_IS,
                (done, all) -> progress.at(all > 0 ? (double) done / all : 0),
                progress::cancelled);
        return Text.get("files.imported", store.displayName());
    }

    /** Written beside the file first, so that a cancelled export leaves no half of one. */
    private static String out(LocalAccount account, String storeId, Path file, BackgroundTasks.Progress progress)
            throws Exception {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(fresh)) {
                StoreArchive.export(
                        account,
                        storeId,
                        stream,
                        (done, all) -> progress.at(all > 0 ? (double) done / all : 0),
                        progress::cancelled);
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(fresh);
        }
        return Text.get("files.exported", file.getFileName());
    }

    private static FileChooser chooser() {
        FileChooser chooser = new FileChooser();
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(Text.get("files.type"), "*.jsonl", "*.json"));
        return chooser;
    }
}
