package dev.recalldesk.app;

import dev.recalldesk.memory.Store;
import dev.recalldesk.memory.local.ImportOptions;
import dev.recalldesk.memory.local.StoreArchive;
import dev.recalldesk.ui.Text;
import java.io.File;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/** Customers in and out as files, as background tasks. UI thread. */
final class CustomerFiles {
    private final Wiring wiring;
    private final BackgroundTasks tasks;

    CustomerFiles(Wiring wiring, BackgroundTasks tasks) {
        this.wiring = wiring;
        this.tasks = tasks;
    }

    void importInto(Window owner) {
        File chosen = chooser().showOpenDialog(owner);
        if (chosen != null) {
            Path file = chosen.toPath();
            tasks.start(Text.get("files.importing", file.getFileName()), progress -> in(file, progress), end -> {});
        }
    }

    void export(Window owner) {
        FileChooser chooser = chooser();
        chooser.setInitialFileName(wiring.memory().store().displayName() + ".jsonl");
        File chosen = chooser.showSaveDialog(owner);
        if (chosen != null) {
            Path file = chosen.toPath();
            tasks.start(Text.get("files.exporting", file.getFileName()), progress -> out(file, progress), end -> {});
        }
    }

    private String in(Path file, BackgroundTasks.Progress progress) throws Exception {
        Store store = StoreArchive.importInto(
                wiring.account(),
                file,
                ImportOptions.AS_IT_IS,
                (done, all) -> progress.at(all > 0 ? (double) done / all : 0),
                progress::cancelled);
        return Text.get("files.imported", store.displayName());
    }

    /** Written beside the file first, so that a cancelled export leaves no half of one. */
    private String out(Path file, BackgroundTasks.Progress progress) throws Exception {
        Path fresh = file.resolveSibling(file.getFileName() + ".part");
        try {
            try (OutputStream stream = Files.newOutputStream(fresh)) {
                StoreArchive.export(
                        wiring.account(),
                        wiring.memory().store().id(),
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
