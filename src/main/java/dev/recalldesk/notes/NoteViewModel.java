package dev.recalldesk.notes;

import dev.recalldesk.desk.CardGuard;
import dev.recalldesk.desk.Drafts;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.NoteSource;
import dev.recalldesk.desk.Outbox;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.notes.NoteState.Draft;
import dev.recalldesk.ui.Work;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * The note of the selected encounter. What is typed is on disk a moment later, every encounter keeps its own draft, and
 * the text leaves the screen only once the outbox has it. Confined to the UI thread.
 */
public final class NoteViewModel {
    /** The length from which the counter asks for attention. */
    public static final int LONG = 3600;

    private final StringProperty text = new SimpleStringProperty("");
    private final IntegerProperty caret = new SimpleIntegerProperty();
    private final ObservableList<String> chosen = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<NoteState> state = new ReadOnlyObjectWrapper<>(new NoteState.Absent());
    private final ReadOnlyObjectWrapper<Draft> draft = new ReadOnlyObjectWrapper<>(new Draft.Nothing());
    private final ReadOnlyObjectWrapper<@Nullable Note> last = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable String> page = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> codes = FXCollections.observableArrayList();
    private final Pages pages;
    private final NoteSaver saver;
    private final OutboxViewModel sent;

    private @Nullable Encounter shown;
    private boolean filling;

    /**
     * @param sent the notes on their way; a note taken back there comes back into its encounter here
     */
    public NoteViewModel(
            Settings settings, Drafts drafts, Outbox outbox, OutboxViewModel sent, Work work, InstantSource clock) {
        this.sent = sent;
        this.pages = new Pages(new DraftKeeper(drafts, clock), work, codes, this::changed);
        this.saver = new NoteSaver(outbox, pages, work);
        apply(settings);
        text.subscribe(typed -> edit(note -> note.withText(typed)));
        sent.onTakenBack(pages::putBack);
        sent.notes().subscribe(this::showLast);
    }

    /** What the agent types. */
    public StringProperty textProperty() {
        return text;
    }

    /** Where the agent types, 0 to the length of the text. Set by the view, and by {@link #insert}. */
    public IntegerProperty caretProperty() {
        return caret;
    }

    /** What a call can be about, unmodifiable, in the order of the digits. */
    public ObservableList<String> codes() {
        return FXCollections.unmodifiableObservableList(codes);
    }

    /** Takes over the codes and the agent's name. */
    public void apply(Settings settings) {
        if (!codes.equals(settings.codes())) {
            codes.setAll(settings.codes());
        }
        saver.writtenBy(NoteSource.of(settings.agentName()));
    }

    /** The codes chosen, unmodifiable, in the order they are offered. */
    public ObservableList<String> chosen() {
        return FXCollections.unmodifiableObservableList(chosen);
    }

    public ReadOnlyObjectProperty<NoteState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Draft> draftProperty() {
        return draft.getReadOnlyProperty();
    }

    /** The newest note saved in this encounter; {@code null} when there is none. */
    public ReadOnlyObjectProperty<@Nullable Note> lastProperty() {
        return last.getReadOnlyProperty();
    }

    /** The key of the encounter whose note is shown; changes before the text does. */
    public ReadOnlyObjectProperty<@Nullable String> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** Shows the newest snapshot of the selected encounter; {@code null} when none is selected. */
    public void show(@Nullable Encounter encounter) {
        String left = page.get();
        String key = encounter == null ? null : encounter.key();
        shown = encounter;
        if (left != null && !left.equals(key)) {
            Future<?> _ = pages.keepNow(left);
        }
        if (key == null || !key.equals(left)) {
            page.set(key);
            fill();
        } else {
            settle();
        }
    }

    /** Chooses the code with this digit or takes it away; {@code false} when there is none, and nothing happened. */
    public boolean digit(int digit) {
        if (page.get() == null || digit < 1 || digit > codes.size()) {
            return false;
        }
        toggle(codes.get(digit - 1));
        return true;
    }

    /** Chooses a code or takes it away. */
    public void toggle(String code) {
        edit(note -> note.toggled(code, codes));
    }

    /** Puts words on a line of their own where the agent types, and the caret behind them. */
    public void insert(String words) {
        if (page.get() == null) {
            return;
        }
        Insertion after = Insertion.of(text.get(), caret.get(), words);
        text.set(after.text());
        caret.set(after.caret());
    }

    /** Masks the card number found first. */
    public void mask() {
        Page now = current();
        if (now != null) {
            CardGuard.find(text.get(), now.notCards).ifPresent(card -> text.set(CardGuard.mask(text.get(), card)));
        }
    }

    /** Takes the agent's word that the number found first is no card. */
    public void notACard() {
        Page now = current();
        if (now != null) {
            CardGuard.find(text.get(), now.notCards).ifPresent(card -> now.notCards.add(card.digits()));
            settle();
        }
    }

    /** Hands the note to the outbox, unless something hinders it. */
    public void save() {
        Page now = current();
        Encounter encounter = shown;
        if (now != null && encounter != null && state.get().savable()) {
            saver.save(now, encounter);
            settle();
        }
    }

    /** Whether something was written that cannot be saved as it stands. */
    public boolean holdsBack() {
        return state.get().holdsBack(!text.get().isBlank());
    }

    /** Takes the last note back while it is still here. */
    public void undo() {
        Note note = last.get();
        if (note != null) {
            sent.undo(note);
        }
    }

    /** Sends the last note again. */
    public void retry() {
        Note note = last.get();
        if (note != null) {
            sent.retry(note);
        }
    }

    /** What is written in one encounter stands in another from now on, above what is written there. */
    public void move(String from, String to) {
        pages.move(from, to);
    }

    /**
     * Writes what is typed in any encounter to disk without waiting for a pause.
     *
     * @return what of it is under way; empty when everything is there
     */
    public List<Future<?>> keepAll() {
        return pages.keepAll();
    }

    /** What is written in this encounter, as it would be kept; empty as well while it has not been shown. */
    public String written(String key) {
        return pages.written(key);
    }

    /** What was written elsewhere stands in this encounter from now on, above what is written here. */
    public void takeOver(String key, String content) {
        if (!content.isBlank()) {
            pages.putBack(key, content);
        }
    }

    /** Whether the disk did not take what is typed in one of the encounters. */
    public boolean notAllKept() {
        return pages.notAllKept();
    }

    private void edit(UnaryOperator<NoteText> change) {
        String key = page.get();
        if (key != null && !filling) {
            pages.edit(key, change);
        }
    }

    /** Something about the page with this key is different: typed, loaded, kept, saved or taken back. */
    private void changed(String key) {
        if (key.equals(page.get())) {
            fill();
        }
    }

    private void fill() {
        Page now = current();
        filling = true;
        try {
            NoteText note = now == null ? NoteText.EMPTY : now.note;
            if (!text.get().equals(note.text())) {
                text.set(note.text());
            }
            if (!chosen.equals(note.codes())) {
                chosen.setAll(note.codes());
            }
        } finally {
            filling = false;
        }
        settle();
    }

    private void settle() {
        Page now = current();
        draft.set(now == null ? new Draft.Nothing() : now.draft);
        state.set(shown == null || now == null ? new NoteState.Absent() : Addressee.state(shown, now));
        showLast();
    }

    private void showLast() {
        String key = page.get();
        last.set(key == null ? null : sent.lastOf(key).orElse(null));
    }

    private @Nullable Page current() {
        String key = page.get();
        return key == null ? null : pages.of(key);
    }
}
