package dev.recalldesk.app;

import dev.recalldesk.calls.CallsViewModel;
import dev.recalldesk.calls.ChooserViewModel;
import dev.recalldesk.calls.UnknownCallerViewModel;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Merged;
import dev.recalldesk.desk.Note;
import dev.recalldesk.desk.Settings;
import dev.recalldesk.memory.PhoneNumbers;
import dev.recalldesk.notes.NoteViewModel;
import dev.recalldesk.notes.OutboxViewModel;
import dev.recalldesk.profile.ProfileViewModel;
import dev.recalldesk.recall.RecallViewModel;
import dev.recalldesk.telephony.CallControls;
import dev.recalldesk.timeline.TimelineViewModel;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.UiThread;
import dev.recalldesk.ui.Work;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The view models of every pane, and what one tells the others: the selected encounter reaches each of them with every new
 * snapshot. Confined to the UI thread.
 */
final class Features {
    private static final int PAST_CALLS = 60;
    final CallsViewModel calls;
    final ChooserViewModel chooser;
    final UnknownCallerViewModel unknown;
    final RecallViewModel recall;
    final TimelineViewModel timeline;
    final ProfileViewModel profile;
    final OutboxViewModel outbox;
    final NoteViewModel note;
    private final Wiring wiring;
    private final OpenStore store;
    private final Work work;
    private final Consumer<String> news;

    Features(
            Wiring wiring,
            OpenStore store,
            Settings settings,
            UiThread ui,
            Consumer<String> clipboard,
            Consumer<String> news) {
        this.wiring = wiring;
        this.store = store;
        work = new Work(wiring.workers(), ui);
        calls = new CallsViewModel(
                adapter ->
                        adapter.equals(wiring.phone().name()) ? wiring.phone().controls() : CallControls.NONE,
                this::leave,
                past -> reopen(past.profileId(), past.number()),
                () -> store.log().recent(PAST_CALLS),
                work);
        chooser = new ChooserViewModel(
                wiring.zone(), (key, customer, remember) -> store.pop().choose(key, customer.profileId(), remember));
        unknown = new UnknownCallerViewModel(store.memory(), work, new UnknownCallers(store.pop(), news));
        recall = new RecallViewModel(store.memory(), work, wiring.clock(), wiring.zone());
        timeline = new TimelineViewModel(store.memory(), work, wiring.clock(), wiring.zone());
        CallerPrompt prompt = new CallerPrompt(new PhoneNumbers(settings.homeRegion()), wiring.clock(), wiring.zone());
        profile = new ProfileViewModel(work, wiring.clock(), wiring.zone(), clipboard, prompt::of, this::retry);
        outbox = new OutboxViewModel(store.outbox(), work, ui);
        note = new NoteViewModel(settings, store.drafts(), store.outbox(), outbox, work, wiring.clock());
        store.pop().onChange(encounter -> ui.post(() -> changed(encounter)));
        store.pop().onGone(key -> ui.post(() -> gone(key)));
        store.pop().onMerged(merged -> ui.post(() -> merged(merged)));
        store.merged().onFound((from, to) -> ui.post(() -> note.move(from, to)));
        store.outbox().onChange(sent -> ui.post(() -> landed(sent)));
        store.log().onChange(() -> ui.post(calls::refreshPast));
        calls.selectedProperty().subscribe(this::show);
        outbox.notes().subscribe(() -> {
            showPending();
            // One that was being parked while it became clear who is calling.
            store.pop().encounters().forEach(this::giveParkedNotes);
        });
        this.news = news;
        profile.contextCopiedProperty().subscribe(copied -> {
            if (copied) {
                news.accept(Text.get("status.contextCopied"));
            }
        });
    }

    /** Keeps what is typed and drops what may come later. */
    void close() {
        List<Future<?>> _ = note.keepAll();
        work.close();
    }

    /** The encounter in the panes, if any. */
    @Nullable
    Encounter selected() {
        return calls.selectedProperty().get();
    }

    /** Opens a customer without a call. */
    void open(String profileId) {
        Encounter opened = store.pop().open(profileId);
        calls.changed(opened);
        calls.select(opened.key());
    }

    /**
     * Shows what this desk took over from another, with what is written there about calls.
     *
     * @param sameCustomers whether both have the same memory, and with it the drafts on the disk
     */
    void takeOver(Features former, boolean sameCustomers) {
        for (Encounter taken : store.pop().encounters()) {
            calls.changed(taken);
            if (!sameCustomers) {
                note.takeOver(taken.key(), former.note.written(taken.key()));
            }
        }
        Encounter selected = former.selected();
        if (selected != null) {
            calls.select(selected.key());
        }
    }

    /** Asks the memory again for everything about the selected encounter. */
    void retry() {
        Encounter selected = selected();
        if (selected != null) {
            store.pop().retry(selected.key());
        }
    }

    /** Copies what is known of the customer in the panes, for a language model. */
    void copyContext() {
        Encounter selected = selected();
        if (selected == null || selected.customer().isEmpty()) {
            news.accept(Text.get("status.nobodyToCopy"));
        } else {
            profile.copyContext();
        }
    }

    /** Saves the note, if there is one, and takes the encounter off the desk. */
    void finish() {
        Encounter selected = selected();
        if (selected != null && !selected.live()) {
            calls.finish(selected.key());
        }
    }

    /** An encounter leaves the desk only with its note saved; one that cannot be saved keeps it there. */
    private void leave(String key) {
        calls.select(key);
        note.save();
        if (!note.holdsBack()) {
            store.pop().finish(key);
        }
    }

    private void reopen(@Nullable String profileId, String number) {
        if (profileId != null) {
            open(profileId);
        } else if (!number.isEmpty()) {
            wiring.phone().ring(number);
        }
    }

    private void changed(Encounter encounter) {
        calls.changed(encounter);
        encounter.customer().ifPresent(store.directory()::learn);
        giveParkedNotes(encounter);
    }

    /** A note taken before anybody knew who was calling belongs to whoever it turns out to be. */
    private void giveParkedNotes(Encounter encounter) {
        encounter
                .customer()
                .ifPresent(customer -> outbox.notes().stream()
                        .filter(sent -> sent.state() == Note.State.PARKED
                                && sent.encounterKey().equals(encounter.key()))
                        .toList()
                        .forEach(parked -> outbox.assign(parked, customer)));
    }

    /** Shows the customer under the id that stays, with what was typed about them. */
    private void merged(Merged merged) {
        Customer customer = merged.customer();
        store.directory().forget(merged.formerId());
        String former = Encounter.keyOf(merged.formerId());
        if (merged.key().equals(former)) {
            Encounter selected = selected();
            boolean shown = selected != null && selected.key().equals(former);
            Encounter opened = store.pop().open(customer.profileId());
            note.move(former, opened.key());
            calls.changed(opened);
            if (shown) {
                calls.select(opened.key());
            }
            store.pop().finish(former);
        }
        news.accept(Text.get("status.merged", customer.name().orElse(customer.profileId())));
    }

    private void gone(String key) {
        calls.gone(key);
        unknown.forget(key);
        calls.refreshPast();
    }

    private void landed(Note sent) {
        Encounter selected = selected();
        if (sent.state() == Note.State.IN_MEMORY
                && selected != null
                && selected.customer()
                        .filter(customer -> customer.profileId().equals(sent.profileId()))
                        .isPresent()) {
            timeline.refresh();
        }
    }

    private void show(@Nullable Encounter encounter) {
        chooser.show(encounter);
        unknown.show(encounter);
        recall.show(encounter);
        timeline.show(encounter);
        profile.show(encounter);
        note.show(encounter);
        outbox.offer(encounter == null ? null : encounter.customer().orElse(null));
        showPending();
    }

    private void showPending() {
        String profileId = selected() == null
                ? null
                : selected().customer().map(customer -> customer.profileId()).orElse(null);
        List<Note> theirs = outbox.notes().stream()
                .filter(sent -> profileId != null && Objects.equals(sent.profileId(), profileId))
                .toList();
        timeline.pending(theirs);
    }
}
