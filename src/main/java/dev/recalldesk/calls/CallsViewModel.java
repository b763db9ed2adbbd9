package dev.recalldesk.calls;

import dev.recalldesk.desk.CallLog;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import dev.recalldesk.telephony.CallControls;
import dev.recalldesk.telephony.CallControls.Verb;
import dev.recalldesk.ui.Work;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The encounters on the desk, which of them is open in the panes, and the calls that are over. Confined to the UI thread.
 */
public final class CallsViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(CallsViewModel.class);

    private final ObservableList<Encounter> open = FXCollections.observableArrayList();
    private final ObservableList<Encounter> openView = FXCollections.unmodifiableObservableList(open);
    private final ObservableList<CallLog.Entry> past = FXCollections.observableArrayList();
    private final ObservableList<CallLog.Entry> pastView = FXCollections.unmodifiableObservableList(past);
    private final ReadOnlyObjectWrapper<@Nullable Encounter> selected = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final Function<String, CallControls> controls;
    private final Consumer<String> finish;
    private final Consumer<CallLog.Entry> reopen;
    private final Supplier<List<CallLog.Entry>> log;
    private final Work.Latest<List<CallLog.Entry>> reading;

    /**
     * @param controls what may be done to the calls of an adapter, by the adapter's name
     * @param finish takes an encounter off the desk, by its key; {@link #gone} follows
     * @param reopen opens the customer of a past call
     * @param log the calls that are over, newest first; asked on a worker
     */
    public CallsViewModel(
            Function<String, CallControls> controls,
            Consumer<String> finish,
            Consumer<CallLog.Entry> reopen,
            Supplier<List<CallLog.Entry>> log,
            Work work) {
        this.controls = controls;
        this.finish = finish;
        this.reopen = reopen;
        this.log = log;
        reading = work.latest();
    }

    /** In the order they came. */
    public ObservableList<Encounter> open() {
        return openView;
    }

    /** Newest first; as of the last {@link #refreshPast}. */
    public ObservableList<CallLog.Entry> past() {
        return pastView;
    }

    /** The encounter in the panes; {@code null} when there is none. */
    public ReadOnlyObjectProperty<@Nullable Encounter> selectedProperty() {
        return selected.getReadOnlyProperty();
    }

    public Optional<Encounter> selected() {
        return Optional.ofNullable(selected.get());
    }

    public boolean selected(Encounter call) {
        return selected().filter(one -> one.key().equals(call.key())).isPresent();
    }

    /** Whether any timer runs, so that an idle window can stop the clock. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /**
     * A new snapshot. A new call is selected only when that takes nothing away from the agent: nothing is open, or only a
     * customer looked up by hand or a call nobody answered. What the agent opened by hand is selected at once.
     */
    public void changed(Encounter call) {
        int index = indexOf(call.key());
        if (index >= 0) {
            open.set(index, call);
        } else {
            open.add(call);
        }
        boolean mine = selected(call);
        if (mine || (index < 0 && (call.phase() == Phase.LOOKED_UP || !busy()))) {
            selected.set(call);
        }
        count();
    }

    /** The encounter is over. When it was selected, the most urgent of the others is. */
    public void gone(String key) {
        int index = indexOf(key);
        if (index < 0) {
            return;
        }
        Encounter call = open.remove(index);
        if (selected(call)) {
            selected.set(open.stream()
                    .min(Comparator.comparingInt(one -> urgency(one.phase())))
                    .orElse(null));
        }
        count();
    }

    public void select(String key) {
        int index = indexOf(key);
        if (index >= 0) {
            selected.set(open.get(index));
        }
    }

    /** @param position 1 to 9; one where nothing stands does nothing */
    public void selectByPosition(int position) {
        if (position >= 1 && position <= open.size()) {
            selected.set(open.get(position - 1));
        }
    }

    /** Selects the one after the selected, the first after the last. */
    public void next() {
        step(1);
    }

    /** Selects the one before the selected, the last before the first. */
    public void previous() {
        step(-1);
    }

    /** Takes the encounter off the desk. */
    public void finish(String key) {
        finish.accept(key);
    }

    /** 1 for the first; what {@link #selectByPosition} takes. */
    public int position(Encounter call) {
        return indexOf(call.key()) + 1;
    }

    /** What can be done to the call now: what its phase allows and its phone system offers. */
    public Set<Verb> offered(Encounter call) {
        Set<Verb> verbs = switch (call.phase()) {
            case RINGING -> EnumSet.of(Verb.ANSWER, Verb.HANG_UP);
            case TALKING -> EnumSet.of(Verb.HOLD, Verb.HANG_UP);
            case HELD -> EnumSet.of(Verb.RESUME, Verb.HANG_UP);
            case WRAPPING_UP, MISSED, LOOKED_UP -> EnumSet.noneOf(Verb.class);
        };
        verbs.retainAll(controls.apply(adapter(call)).offered());
        return verbs;
    }

    /** Asks the phone system; does nothing when the verb is not offered now. Answering a call also opens it. */
    public void perform(Verb verb, String key) {
        int index = indexOf(key);
        if (index < 0 || !offered(open.get(index)).contains(verb)) {
            return;
        }
        Encounter call = open.get(index);
        controls.apply(adapter(call)).perform(verb, key.substring(key.indexOf(':') + 1));
        if (verb == Verb.ANSWER) {
            select(key);
        }
    }

    /** Opens the customer of a past call. */
    public void reopen(CallLog.Entry call) {
        reopen.accept(call);
    }

    /** Reads the past calls anew; what is shown stays until they are there, and when they cannot be read. */
    public void refreshPast() {
        reading.submit(log::get, past::setAll, e -> LOG.warn("Past calls could not be read", e));
    }

    private boolean busy() {
        return selected()
                .filter(one -> one.live() || one.phase() == Phase.WRAPPING_UP)
                .isPresent();
    }

    private void step(int by) {
        if (!open.isEmpty()) {
            int from = selected().map(call -> indexOf(call.key())).orElse(by > 0 ? -1 : 0);
            selected.set(open.get(Math.floorMod(from + by, open.size())));
        }
    }

    private void count() {
        running.set(open.stream().anyMatch(call -> call.live() || call.phase() == Phase.WRAPPING_UP));
    }

    private int indexOf(String key) {
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i).key().equals(key)) {
                return i;
            }
        }
        return -1;
    }

    private static String adapter(Encounter call) {
        int colon = call.key().indexOf(':');
        return colon < 0 ? "" : call.key().substring(0, colon);
    }

    private static int urgency(Phase phase) {
        return switch (phase) {
            case TALKING -> 0;
            case RINGING -> 1;
            case HELD -> 2;
            case WRAPPING_UP -> 3;
            case LOOKED_UP -> 4;
            case MISSED -> 5;
        };
    }
}
