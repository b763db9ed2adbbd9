package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.RunningDesk;
import dev.recalldesk.app.Screens;
import dev.recalldesk.app.Shortcut;
import dev.recalldesk.app.Shown;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window can be used by ear, by keyboard alone, and with a hand that is not steady. */
class AccessibilityTest {
    private static final double LEAST_TARGET = 24;

    @TempDir
    private Path data;

    @Test
    void everythingThatTakesTheFocusHasAName() throws Exception {
        Set<String> nameless = new TreeSet<>();
        Set<String> withoutId = new TreeSet<>();
        Set<String> small = new TreeSet<>();
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            Screens.walk(
                    desk,
                    screen -> Screen.run(() -> Shown.in(RunningDesk.roots()).stream()
                            .filter(AccessibilityTest::active)
                            .forEach(node -> {
                                if (!named(node)) {
                                    nameless.add(screen + ": " + Shown.name(node));
                                }
                                if (node.getId() == null || node.getId().isBlank()) {
                                    withoutId.add(screen + ": " + Shown.name(node));
                                }
                                if (tooSmall(node)) {
                                    small.add(screen + ": " + size(node) + Shown.name(node));
                                }
                            })));
        }
        assertThat(nameless).as("without a name").isEmpty();
        assertThat(withoutId).as("without an id").isEmpty();
        assertThat(small).as("smaller than 24 x 24 px").isEmpty();
    }

    @Test
    void tabLeadsThroughTheWindowInTheOrderOfACallAndBack() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow");
            desk.press(Shortcut.ANSWER);
            desk.screen().awaitWords("On call");
            desk.screen().awaitNode("timeline");
            desk.screen().focus("calls-list");
            List<String> forth = traverse(desk, false);
            List<String> back = traverse(desk, true);

            assertThat(places(forth)).containsSubsequence("calls", "recall", "feed", "note", "strip");
            assertThat(places(back)).containsSubsequence("calls", "strip", "note", "feed", "recall");
            // what the question offers only while it is being asked is passed on the way there alone
            assertThat(forth)
                    .containsAll(back)
                    .filteredOn(where -> !back.contains(where))
                    .allMatch(where -> where.contains("recall-"));
        }
    }

    /** The names of what gets the focus, until it is where it was; a trap never comes back. */
    private static List<String> traverse(RunningDesk desk, boolean backwards) {
        List<String> visited = new ArrayList<>();
        String start = Screen.on(() -> focus(desk));
        do {
            visited.add(Screen.on(() -> place(desk) + focus(desk)));
            assertThat(visited).as("the way of the focus").hasSizeLessThan(90);
            if (backwards) {
                desk.screen().keys(javafx.scene.input.KeyCombination.valueOf("Shift+Tab"));
            } else {
                desk.key(KeyCode.TAB);
            }
        } while (!Screen.on(() -> focus(desk)).equals(start));
        return visited;
    }

    private static List<String> places(List<String> visited) {
        return List.copyOf(visited.stream()
                .map(where -> where.substring(0, where.indexOf(' ')))
                .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private static String focus(RunningDesk desk) {
        Node owner = desk.stage().getScene().getFocusOwner();
        return owner.getId() == null ? Shown.name(owner) : owner.getId();
    }

    private static String place(RunningDesk desk) {
        for (Node at = desk.stage().getScene().getFocusOwner(); at != null; at = at.getParent()) {
            String place = at.getId() == null ? "" : at.getId();
            if (place.equals("call-strip")) {
                return "strip ";
            } else if (place.equals("calls-pane")) {
                return "calls ";
            } else if (place.equals("recall-question")) {
                return "recall ";
            } else if (place.equals("timeline")) {
                return "feed ";
            } else if (place.equals("note")) {
                return "note ";
            }
        }
        return "else ";
    }

    private static boolean active(Node node) {
        return !node.isDisabled()
                && (node.isFocusTraversable() || node instanceof ButtonBase)
                && !node.getStyleClass().contains("increment-button");
    }

    private static boolean named(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return true;
        }
        return (node instanceof Labeled labeled && !labeled.getText().isBlank())
                || Shown.in(RunningDesk.roots()).stream()
                        .anyMatch(other -> other instanceof Label label && node.equals(label.getLabelFor()));
    }

    /** A field in a box of its own is pressed by its box. */
    private static boolean tooSmall(Node node) {
        Node target = node.getStyleClass().contains("bare-field") ? node.getParent() : node;
        Bounds bounds = target.getLayoutBounds();
        boolean pane = node.getStyleClass().contains("pane-edge");
        return !pane && (bounds.getWidth() < LEAST_TARGET || bounds.getHeight() < LEAST_TARGET);
    }

    private static String size(Node node) {
        Bounds bounds = node.getLayoutBounds();
        return Math.round(bounds.getWidth()) + " x " + Math.round(bounds.getHeight()) + " ";
    }
}
