package dev.recalldesk.calls;

import dev.recalldesk.desk.Created;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import dev.recalldesk.desk.NewCustomer;
import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import dev.recalldesk.ui.Text;
import dev.recalldesk.ui.Work;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * Somebody the memory does not know: create, find or go on without. What is typed is kept for each encounter while others
 * are shown. Confined to the UI thread.
 */
public final class UnknownCallerViewModel {
    /** What the screen shows. */
    public sealed interface State {
        /** The caller is known, or there is none. */
        record Closed() implements State {}

        record Nobody(Encounter encounter, String searchedAs) implements State {}

        record Withheld(Encounter encounter) implements State {}

        record Unanswered(Encounter encounter, MemoryFailure failure) implements State {}
    }

    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@.]+(\\.[^\\s@.]+)+");

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final ReadOnlyObjectWrapper<Search> search = new ReadOnlyObjectWrapper<>(new Search.Idle());
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty email = new SimpleStringProperty("");
    private final StringProperty asked = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper nameProblem = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper emailProblem = new ReadOnlyStringWrapper("");
    private final Map<String, Typed> kept = new HashMap<>();
    private final Finder finder;
    private final Work work;
    private final UnknownCallerVerbs verbs;
    private @Nullable Encounter shown;

    public UnknownCallerViewModel(Memory memory, Work work, UnknownCallerVerbs verbs) {
        this.finder = new Finder(memory, verbs);
        this.work = work;
        this.verbs = verbs;
        name.subscribe(typed -> nameProblem.set(""));
        email.subscribe(typed -> emailProblem.set(""));
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Search> searchProperty() {
        return search.getReadOnlyProperty();
    }

    public StringProperty nameProperty() {
        return name;
    }

    public StringProperty emailProperty() {
        return email;
    }

    /** An e-mail or the id of a customer. */
    public StringProperty askedProperty() {
        return asked;
    }

    /** What is wrong with the name; empty when nothing is. */
    public ReadOnlyStringProperty nameProblemProperty() {
        return nameProblem.getReadOnlyProperty();
    }

    /** What is wrong with the e-mail; empty when nothing is. */
    public ReadOnlyStringProperty emailProblemProperty() {
        return emailProblem.getReadOnlyProperty();
    }

    /** Shows the selected encounter when nobody is known for it. */
    public void show(@Nullable Encounter encounter) {
        if (shown != null && (encounter == null || !encounter.key().equals(shown.key()))) {
            kept.put(shown.key(), new Typed(name.get(), email.get(), asked.get(), search.get()));
        }
        if (encounter != null && (shown == null || !encounter.key().equals(shown.key()))) {
            restore(kept.getOrDefault(encounter.key(), Typed.NOTHING));
        }
        shown = encounter;
        state.set(encounter == null ? new State.Closed() : state(encounter));
    }

    /** Drops what was typed for an encounter that is over. */
    public void forget(String key) {
        kept.remove(key);
    }

    /** Creates the customer, unless something typed is wrong or one is being created. */
    public void create() {
        Encounter call = shown;
        if (call == null || pending() || !valid()) {
            return;
        }
        String address = email.get().strip();
        NewCustomer wanted = new NewCustomer(
                name.get().strip(),
                address.isEmpty() ? null : address,
                call.caller().e164());
        progress(call.key(), new Search.Creating());
        var _ = work.run(
                () -> finder.create(call.key(), wanted),
                outcome -> created(call.key(), outcome),
                e -> progress(call.key(), new Search.CreateFailed(Finder.inWords(e))));
    }

    /** Looks for the customer with the e-mail or id typed. */
    public void find() {
        Encounter call = shown;
        String wanted = asked.get().strip();
        if (call == null || pending() || wanted.isEmpty()) {
            return;
        }
        progress(call.key(), new Search.Finding());
        var _ = work.run(
                () -> finder.find(wanted),
                found -> progress(
                        call.key(),
                        found.isEmpty()
                                ? new Search.NobodyFound(wanted)
                                : new Search.Found(found, Search.Reason.ASKED)),
                e -> progress(call.key(), new Search.FindFailed(Finder.inWords(e))));
    }

    /** Opens a customer that was found for this call, and adds the number to them where there is one. */
    public void confirm(Customer customer) {
        Encounter call = shown;
        if (call == null || !(search.get() instanceof Search.Found)) {
            return;
        }
        @Nullable String number = call.caller().e164();
        if (number == null) {
            opened(call.key(), customer);
            return;
        }
        progress(call.key(), new Search.Linking());
        var _ = work.run(
                () -> finder.link(customer, number),
                linked -> opened(call.key(), linked),
                e -> progress(call.key(), new Search.FindFailed(Finder.inWords(e))));
    }

    /** Leaves what was found and goes back to what was typed. */
    public void back() {
        if (!pending()) {
            search.set(new Search.Idle());
        }
    }

    /** Asks the memory for this number again. */
    public void retry() {
        if (shown != null) {
            verbs.retry(shown.key());
        }
    }

    private boolean pending() {
        return switch (search.get()) {
            case Search.Creating(), Search.Finding(), Search.Linking() -> true;
            case Search.Idle(), Search.CreateFailed _, Search.NobodyFound _, Search.FindFailed _, Search.Found _ ->
                false;
        };
    }

    private boolean valid() {
        String address = email.get().strip();
        nameProblem.set(name.get().isBlank() ? Text.get("unknown.name.missing") : "");
        emailProblem.set(address.isEmpty() || EMAIL.matcher(address).matches() ? "" : Text.get("unknown.email.wrong"));
        return nameProblem.get().isEmpty() && emailProblem.get().isEmpty();
    }

    private void created(String key, Finder.Creation outcome) {
        switch (outcome) {
            case Finder.Creation.Done(Created created) -> {
                kept.remove(key);
                progress(key, new Search.Idle());
                if (created.existedBefore()) {
                    verbs.existedBefore(created.customer());
                }
            }
            case Finder.Creation.Refused(List<Customer> same) ->
                progress(key, new Search.Found(same, Search.Reason.SAME_EMAIL));
        }
    }

    private void opened(String key, Customer customer) {
        kept.remove(key);
        progress(key, new Search.Idle());
        verbs.open(key, customer);
    }

    private void progress(String key, Search now) {
        if (shown != null && shown.key().equals(key)) {
            search.set(now);
        } else {
            kept.computeIfPresent(key, (same, typed) -> new Typed(typed.name(), typed.email(), typed.asked(), now));
        }
    }

    private void restore(Typed typed) {
        name.set(typed.name());
        email.set(typed.email());
        asked.set(typed.asked());
        search.set(typed.search());
    }

    private static State state(Encounter call) {
        return switch (call.identity()) {
            case Identity.Nobody(String searchedAs) -> new State.Nobody(call, searchedAs);
            case Identity.Withheld() -> new State.Withheld(call);
            case Identity.Unanswered(MemoryFailure failure) -> new State.Unanswered(call, failure);
            case Identity.Known _, Identity.Several _, Identity.Searching _ -> new State.Closed();
        };
    }

    /** What the agent typed for one encounter, and how far it came. */
    private record Typed(String name, String email, String asked, Search search) {
        static final Typed NOTHING = new Typed("", "", "", new Search.Idle());
    }
}
