package dev.recalldesk.app;

import dev.recalldesk.connection.Connection;
import dev.recalldesk.memory.MemoryAccount;
import dev.recalldesk.settings.ConnectView;
import dev.recalldesk.settings.ConnectViewModel;
import dev.recalldesk.settings.ConnectionVerbs;
import dev.recalldesk.settings.NewStoreView;
import dev.recalldesk.settings.SettingsViewModel;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Leads to the pages on which connections and stores are made and changed, and carries out what was decided there. UI thread. */
final class ConnectionDesk implements ConnectionVerbs {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionDesk.class);
    private final Wiring wiring;
    private final Work work;
    private final UiThread ui;
    private final SettingsViewModel settings;
    private final StoreSwitch stores;
    private final StoreList list;
    private final FullPage page;
    private final Overlay overlay;
    private final Consumer<String> news;

    ConnectionDesk(
            Wiring wiring,
            Work work,
            UiThread ui,
            SettingsViewModel settings,
            StoreSwitch stores,
            StoreList list,
            FullPage page,
            Overlay overlay,
            Consumer<String> news) {
        this.wiring = wiring;
        this.work = work;
        this.ui = ui;
        this.settings = settings;
        this.stores = stores;
        this.list = list;
        this.page = page;
        this.overlay = overlay;
        this.news = news;
    }

    @Override
    public void connect() {
        open(Connection.toAnAccount(), false);
    }

    @Override
    public void change(Connection connection) {
        open(connection, true);
    }

    @Override
    public void remove(Connection connection) {
        settings.connections(settings.now().connections().without(connection.id()));
        stores.leave(connection, localChoice(), () -> forget(connection));
        list.refresh();
    }

    private void forget(Connection connection) {
        Future<?> _ = work.run(
                () -> {
                    wiring.stores().release(connection);
                    wiring.secrets().remove(connection.id());
                    return true;
                },
                done -> news.accept(Text.get("connections.removed", connection.name())),
                problem -> {
                    LOG.warn("A secret could not be forgotten", problem);
                    news.accept(Text.get("connections.secretStays", connection.name()));
                });
    }

    @Override
    public void newStore() {
        OpenStore front = stores.front().store();
        MemoryAccount account = front.account();
        Connection connection = front.connection();
        overlay.close();
        overlay.open(new NewStoreView(
                account,
                StoreList.name(connection),
                work,
                store -> {
                    overlay.close();
                    page.leaveAll();
                    stores.open(new StoreChoice(connection, store.id(), store.displayName()));
                },
                overlay::close));
    }

    @Override
    public int waiting(Connection connection) {
        return list.groupsProperty().get().stream()
                .filter(group -> group.connection().id().equals(connection.id()))
                .flatMap(group -> group.stores().stream())
                .mapToInt(StoreList.Line::waiting)
                .sum();
    }

    private void open(Connection connection, boolean known) {
        overlay.close();
        Seconds seconds = new Seconds(wiring.clock());
        ConnectViewModel model = new ConnectViewModel(
                connection,
                known,
                Outside.door(settings.now().limits()),
                wiring.secrets(),
                wiring.clock(),
                work,
                ui,
                this::saved);
        ConnectView view = new ConnectView(model, seconds, page::leave);
        page.open(view, () -> {
            model.cancel();
            seconds.run(false);
        });
        view.begin();
    }

    private void saved(Connection connection, boolean elsewhere, boolean open) {
        settings.chooseMemory();
        settings.connections(settings.now().connections().with(connection));
        page.leave();
        news.accept(Text.get("connections.saved", connection.name()));
        StoreChoice choice = StoreChoice.first(connection);
        if (elsewhere) {
            stores.renew(choice, open);
        } else if (open) {
            stores.open(choice);
        }
        if (open) {
            page.leaveAll();
        }
        list.refresh();
    }

    private StoreChoice localChoice() {
        return StoreChoice.first(settings.now().connections().local());
    }
}
