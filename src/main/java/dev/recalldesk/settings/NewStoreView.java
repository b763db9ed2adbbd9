package dev.recalldesk.settings;

import dev.recalldesk.connection.NewStore;
import dev.recalldesk.connection.StandardGroups;
import dev.recalldesk.connection.StoreName;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.memory.Store;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A panel that makes a store, one for each company whose customers are kept. UI thread. */
public final class NewStoreView extends VBox {
    private static final Logger LOG = LoggerFactory.getLogger(NewStoreView.class);
    private final MemoryAccount account;
    private final Work work;
    private final Consumer<Store> made;
    private final StoreNameField name;
    private final CheckBox groups = new CheckBox(Text.get("store.groups"));
    private final Label count = Rows.wrapped("", "meta");
    private final VBox words;
    private List<Store> present = List.of();

    /**
     * @param where the connection the store is made in, as people call it
     * @param made takes over the store
     */
    public NewStoreView(MemoryAccount account, String where, Work work, Consumer<Store> made, Runnable close) {
        this.account = account;
        this.work = work;
        this.made = made;
        setId("new-store");
        getStyleClass().addAll("new-store", "float");
        name = new StoreNameField(
                "new-store-name",
                Text.get("store.create"),
                typed -> StoreName.of(typed.strip(), present),
                this::create);
        groups.setId("new-store-groups");
        groups.setSelected(true);
        words = Rows.column(
                "new-store-words", Rows.wrapped(Text.get("store.about", where), "muted"), name, groups, count);
        ScrollPane scroll = new ScrollPane(words);
        // What it asks for by itself is the height without any line broken.
        scroll.prefViewportHeightProperty().bind(words.heightProperty());
        scroll.setFitToWidth(true);
        getChildren()
                .addAll(
                        Rows.row(
                                "overlay-head",
                                Rows.label(Text.get("store.title"), "title"),
                                Rows.gap(),
                                Buttons.icon("new-store-close", Feather.X, Text.get("close"), close)),
                        Rows.grow(scroll));
        Future<?> _ = work.run(account::stores, this::heard, e -> LOG.warn("The stores could not be listed", e));
    }

    @Override
    public void requestFocus() {
        // What scrolls is not there before its look is.
        applyCss();
        name.field().requestFocus();
    }

    private void heard(List<Store> stores) {
        present = List.copyOf(stores);
        count.setText(Text.get("store.count", present.size(), StoreName.MOST_STORES));
        name.look();
    }

    private void create(String wanted) {
        boolean withGroups = groups.isSelected();
        setDisable(true);
        Future<?> _ =
                work.run(() -> NewStore.make(account, wanted), withGroups ? this::createGroups : made, this::refused);
    }

    private void refused(Exception problem) {
        LOG.warn("A store could not be made", problem);
        setDisable(false);
        name.refused(
                problem instanceof MemoryFailure why
                        ? ConnectWords.notMade(why) + " " + ConnectWords.whyNotMade(why)
                        : Text.get("connect.maybeMade.rest", cause(problem)));
    }

    private void createGroups(Store store) {
        setDisable(true);
        Future<?> _ = work.run(
                () -> {
                    StandardGroups.create(account.open(store.id()));
                    return store;
                },
                made,
                problem -> without(store, problem));
    }

    /** The store is there, so there is no way back to its name; what it lacks can be tried again. */
    private void without(Store store, Exception problem) {
        LOG.warn("The groups of a new store could not be made", problem);
        setDisable(false);
        Button again =
                Buttons.plain("new-store-groups-again", Text.get("connect.createGroups"), () -> createGroups(store));
        words.getChildren()
                .setAll(
                        new Banner(
                                Banner.Kind.WARNING,
                                Text.get("store.withoutGroups", store.displayName()),
                                Text.get("store.withoutGroups.rest", cause(problem))),
                        Rows.row(
                                "gap-8",
                                Rows.gap(),
                                again,
                                Buttons.primary("new-store-open", Text.get("store.open"), () -> made.accept(store))));
        again.requestFocus();
    }

    private static String cause(Exception problem) {
        return problem instanceof MemoryFailure failure ? FailureWords.cause(failure) : Text.get("failure.fault");
    }
}
