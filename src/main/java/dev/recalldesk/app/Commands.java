package dev.recalldesk.app;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.telephony.CallControls.Verb;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;

/** What each shortcut does. Confined to the UI thread. */
final class Commands {
    private final Map<Shortcut, Runnable> actions = new EnumMap<>(Shortcut.class);
    private final Supplier<Features> front;
    private final Wiring wiring;

    /** @param front what is in front when a command is run */
    Commands(Supplier<Features> front, Wiring wiring) {
        this.front = front;
        this.wiring = wiring;
        actions.put(Shortcut.FINISH, () -> front.get().finish());
        actions.put(Shortcut.ANSWER, () -> perform(Verb.ANSWER));
        actions.put(Shortcut.HOLD, this::holdOrResume);
        actions.put(Shortcut.HANG_UP, () -> perform(Verb.HANG_UP));
        actions.put(Shortcut.NEXT_CALL, () -> front.get().calls.next());
        actions.put(Shortcut.PREVIOUS_CALL, () -> front.get().calls.previous());
        actions.put(Shortcut.RING, () -> ring(Scenario.KNOWN));
        actions.put(Shortcut.REFRESH, () -> front.get().retry());
        actions.put(Shortcut.COPY_CONTEXT, () -> front.get().copyContext());
    }

    /** Adds what only the window can do. */
    void put(Shortcut shortcut, Runnable action) {
        actions.put(shortcut, action);
    }

    void run(Shortcut shortcut) {
        Runnable action = actions.get(shortcut);
        if (action != null) {
            action.run();
        }
    }

    /** Whether somebody said what this shortcut does. */
    boolean knows(Shortcut shortcut) {
        return actions.containsKey(shortcut);
    }

    void ring(Scenario scenario) {
        wiring.workers().execute(() -> wiring.phone().ring(scenario));
    }

    private void perform(Verb verb) {
        Encounter selected = front.get().selected();
        if (selected != null) {
            front.get().calls.perform(verb, selected.key());
        }
    }

    private void holdOrResume() {
        Encounter selected = front.get().selected();
        if (selected != null) {
            perform(selected.phase() == Encounter.Phase.HELD ? Verb.RESUME : Verb.HOLD);
        }
    }
}
