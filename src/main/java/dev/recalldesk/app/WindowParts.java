package dev.recalldesk.app;

import dev.recalldesk.calls.CallerCard;
import dev.recalldesk.calls.CallsPane;
import dev.recalldesk.calls.ChooserView;
import dev.recalldesk.calls.StripPane;
import dev.recalldesk.calls.UnknownCallerView;
import dev.recalldesk.notes.NoteView;
import dev.recalldesk.notes.OutboxLine;
import dev.recalldesk.profile.ProfileView;
import dev.recalldesk.recall.RecallField;
import dev.recalldesk.recall.RecallResults;
import dev.recalldesk.recall.RelevantNow;
import dev.recalldesk.telephony.Simulator.Scenario;
import dev.recalldesk.timeline.TimelineView;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Seconds;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;

/** The panes' views, built on their view models, and what leads the focus from one to the next. UI thread. */
final class WindowParts {
    final StripPane strip;
    final CallsPane calls;
    final SheetView sheet;
    final WhoView who;
    final RecallField recallField;
    final NoteView note;
    final ChooserView chooser;
    final UnknownCallerView unknown;
    final BooleanProperty outboxRail = new SimpleBooleanProperty();
    final MemoryPage memory;
    private final TimelineView timeline;
    private final RecallResults results;

    WindowParts(Features features, Commands commands, OpenStore open, ZoneId zone, Seconds seconds, Node welcome) {
        Consumer<String> insert = features.note::insert;
        String store = open.storeName();
        strip = new StripPane(features.calls, seconds, zone, store);
        note = new NoteView(features.note, zone, this::leaveNote);
        recallField = new RecallField(features.recall, Shortcut.RECALL.keys(), this::focusResults);
        results = new RecallResults(features.recall, insert, Copying::copy, this::leaveResults);
        RelevantNow relevant = new RelevantNow(features.recall, insert, Copying::copy);
        timeline = new TimelineView(features.timeline, relevant, insert, Copying::copy);
        memory = new MemoryPage(features.recall, recallField, results, timeline, relevant);
        chooser = new ChooserView(features.chooser, () -> commands.run(Shortcut.PALETTE), note::focusNote);
        unknown = new UnknownCallerView(features.unknown, store, zone, note::focusNote);
        sheet = new SheetView(memory, chooser, unknown, note, welcome);
        CallerCard caller = new CallerCard(zone);
        features.calls.selectedProperty().subscribe(caller::show);
        who = new WhoView(new ProfileView(features.profile, Shortcut.COPY_CONTEXT.keys()), caller);
        calls = new CallsPane(features.calls, seconds, zone, testCalls(commands), outbox(features, zone));
    }

    /** Moves the focus from the pane it is in to the next: calls, memory, note. */
    void focusNextPane() {
        Scene scene = sheet.getScene();
        Node focus = scene.getFocusOwner();
        if (Nodes.isInside(focus, calls) && recallField.isVisible()) {
            recallField.focusField();
        } else if (Nodes.isInside(focus, note) || focus == null) {
            calls.requestFocus();
            calls.lookup("#calls-list").requestFocus();
        } else if (Nodes.isInside(focus, sheet)) {
            note.focusNote();
        } else {
            recallField.focusField();
        }
    }

    private void focusResults() {
        if (results.isVisible()) {
            results.focusFirst();
        } else {
            timeline.focusFirst();
        }
    }

    private void leaveResults() {
        recallField.focusField();
    }

    private void leaveNote() {
        recallField.focusField();
    }

    private Node outbox(Features features, ZoneId zone) {
        Node line = OutboxLine.line(features.outbox, zone);
        Node rail = OutboxLine.rail(features.outbox, zone);
        outboxRail.subscribe(narrow -> {
            Rows.show(rail, narrow);
            Rows.show(line, !narrow);
        });
        return new StackPane(line, rail);
    }

    private static List<CallsPane.Entry> testCalls(Commands commands) {
        return List.of(
                new CallsPane.Entry(Text.get("ring.known"), () -> commands.ring(Scenario.KNOWN)),
                new CallsPane.Entry(Text.get("ring.unknown"), () -> commands.ring(Scenario.UNKNOWN)),
                new CallsPane.Entry(Text.get("ring.two"), () -> commands.ring(Scenario.TWO_MATCHES)),
                new CallsPane.Entry(Text.get("ring.withheld"), () -> commands.ring(Scenario.WITHHELD)),
                new CallsPane.Entry(Text.get("ring.three"), () -> commands.ring(Scenario.THREE_AT_ONCE)));
    }
}
