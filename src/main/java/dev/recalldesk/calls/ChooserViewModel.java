package dev.recalldesk.calls;

import dev.recalldesk.desk.Candidate;
import dev.recalldesk.desk.Customer;
import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Identity;
import java.time.ZoneId;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;

/** Which of several customers is calling. Nobody is chosen until the agent says so. Confined to the UI thread. */
public final class ChooserViewModel {
    /** What the screen shows. */
    public sealed interface State {
        /** There is nothing to choose. */
        record Closed() implements State {}

        /** @param number shared by all of them */
        record Choosing(String encounterKey, String number, List<Choice> choices) implements State {
            public Choosing {
                choices = List.copyOf(choices);
            }
        }
    }

    /** Takes the agent's answer. */
    @FunctionalInterface
    public interface Chosen {
        /** @param remember whether this customer is meant whenever the number calls again */
        void accept(String encounterKey, Customer customer, boolean remember);
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(new State.Closed());
    private final BooleanProperty remember = new SimpleBooleanProperty(true);
    private final ZoneId zone;
    private final Chosen chosen;

    /** @param chosen called on the UI thread; must not block */
    public ChooserViewModel(ZoneId zone, Chosen chosen) {
        this.zone = zone;
        this.chosen = chosen;
    }

    public ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /** Whether the answer is kept for this number; on for every new question. */
    public BooleanProperty rememberProperty() {
        return remember;
    }

    /** Shows the question of the selected encounter, if it has one. */
    public void show(@Nullable Encounter encounter) {
        State next = encounter != null && encounter.identity() instanceof Identity.Several(List<Candidate> several)
                ? new State.Choosing(encounter.key(), CallWords.number(encounter), Choice.of(several, zone))
                : new State.Closed();
        if (!key(next).equals(key(state.get()))) {
            remember.set(true);
        }
        state.set(next);
    }

    /**
     * Chooses by number.
     *
     * @param digit 1 to 9
     * @return whether there is such a candidate now
     */
    public boolean digit(int digit) {
        if (state.get() instanceof State.Choosing choosing
                && digit >= 1
                && digit <= choosing.choices().size()) {
            chosen.accept(
                    choosing.encounterKey(), choosing.choices().get(digit - 1).customer(), remember.get());
            return true;
        }
        return false;
    }

    private static String key(State state) {
        return state instanceof State.Choosing choosing ? choosing.encounterKey() : "";
    }
}
