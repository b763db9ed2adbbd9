package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.desk.Encounter.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Which calls have a card in the strip and which wait behind "+1".
 *
 * @param shown at most two, in the order of the list
 * @param waiting the others, in the order of the list
 */
record StripChoice(List<Encounter> shown, List<Encounter> waiting) {
    private static final int ROOM = 2;

    /** The selected call always has a card; the other one is the most urgent of the rest, the older first. */
    static StripChoice of(CallsViewModel model) {
        List<Encounter> calls = model.open().stream()
                .filter(call -> call.phase() != Phase.LOOKED_UP)
                .toList();
        List<Encounter> shown = new ArrayList<>(calls.stream()
                .sorted(Comparator.comparing((Encounter call) -> !model.selected(call))
                        .thenComparing(Encounter::phase))
                .limit(ROOM)
                .toList());
        shown.sort(Comparator.comparingInt(calls::indexOf));
        return new StripChoice(
                shown, calls.stream().filter(call -> !shown.contains(call)).toList());
    }
}
