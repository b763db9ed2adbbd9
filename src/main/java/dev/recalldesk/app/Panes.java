package dev.recalldesk.app;

import dev.recalldesk.ui.Text;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.Node;
import javafx.scene.layout.Region;

/**
 * The three panes side by side: calls, the sheet, who. All widths are in em, so that larger text folds the panes by itself:
 * below 90 em the calls become a rail and "who" gets narrower, below 73 em "who" steps aside. The agent may resize and
 * collapse each; what the agent asks for wins over what folds by itself.
 */
final class Panes extends Region {
    static final double CALLS_EM = 16;
    static final double WHO_EM = 24;
    private static final double RAIL_EM = 4.6;
    private static final double WHO_NARROW_EM = 20.3;
    private static final double FULL_FROM_EM = 90;
    private static final double WHO_FROM_EM = 73;
    private static final double GAP_EM = 0.62;
    private static final double LEAST_SHEET_EM = 24;

    private final Node calls;
    private final Node sheet;
    private final Node who;
    private final PaneEdge callsEdge = new PaneEdge("calls-edge", Text.get("panes.callsWidth"), 1);
    private final PaneEdge whoEdge = new PaneEdge("who-edge", Text.get("panes.whoWidth"), -1);
    private final DoubleProperty em = new SimpleDoubleProperty(13);
    private final DoubleProperty callsWidth = new SimpleDoubleProperty(CALLS_EM);
    private final DoubleProperty whoWidth = new SimpleDoubleProperty(WHO_EM);
    private final BooleanProperty callsShown = new SimpleBooleanProperty(true);
    private final BooleanProperty sheetShown = new SimpleBooleanProperty(true);
    private final BooleanProperty whoShown = new SimpleBooleanProperty(true);
    private final ReadOnlyBooleanWrapper rail = new ReadOnlyBooleanWrapper();
    private boolean whoAskedFor;

    Panes(Node calls, Node sheet, Node who) {
        this.calls = calls;
        this.sheet = sheet;
        this.who = who;
        getStyleClass().add("panes");
        getChildren().addAll(calls, callsEdge, sheet, whoEdge, who);
        callsEdge.onMoved(by -> callsWidth.set(Math.clamp(callsWidth.get() + by / em.get(), 12, 30)));
        whoEdge.onMoved(by -> whoWidth.set(Math.clamp(whoWidth.get() + by / em.get(), 18, 40)));
        em.subscribe(this::requestLayout);
        callsWidth.subscribe(this::requestLayout);
        whoWidth.subscribe(this::requestLayout);
        callsShown.subscribe(this::requestLayout);
        sheetShown.subscribe(this::requestLayout);
        whoShown.subscribe(this::requestLayout);
        widthProperty().subscribe(this::fold);
        em.subscribe(this::fold);
    }

    DoubleProperty emProperty() {
        return em;
    }

    DoubleProperty callsWidthProperty() {
        return callsWidth;
    }

    DoubleProperty whoWidthProperty() {
        return whoWidth;
    }

    BooleanProperty callsShownProperty() {
        return callsShown;
    }

    BooleanProperty sheetShownProperty() {
        return sheetShown;
    }

    BooleanProperty whoShownProperty() {
        return whoShown;
    }

    /** Whether there is only room for badges where the calls are. */
    ReadOnlyBooleanProperty railProperty() {
        return rail.getReadOnlyProperty();
    }

    /** Shows or hides the right pane; shown by hand, it also stays in a window too narrow for it. */
    void toggleWho() {
        boolean visible = whoVisible();
        whoAskedFor = !visible;
        whoShown.set(!visible);
        requestLayout();
    }

    private double widthInEm() {
        return getWidth() / em.get();
    }

    private void fold() {
        rail.set(widthInEm() < FULL_FROM_EM);
    }

    private boolean whoVisible() {
        return whoShown.get() && (whoAskedFor || widthInEm() >= WHO_FROM_EM);
    }

    @Override
    protected double computePrefWidth(double height) {
        return FULL_FROM_EM * em.get();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 50 * em.get();
    }

    @Override
    protected void layoutChildren() {
        double unit = em.get();
        double gap = snapSizeX(GAP_EM * unit);
        double x = gap;
        double height = getHeight() - gap;
        double right = getWidth() - gap;
        boolean left = callsShown.get();
        boolean whoVisible = whoVisible();
        double least = sheetShown.get() ? LEAST_SHEET_EM * unit : 0;

        place(calls, left, x, left ? snapSizeX((rail.get() ? RAIL_EM : callsWidth.get()) * unit) : 0, height);
        if (left) {
            double width = calls.getLayoutBounds().getWidth();
            place(callsEdge, !rail.get(), x + width, gap, height);
            x += width + gap;
        } else {
            place(callsEdge, false, x, gap, height);
        }
        double wanted = rail.get() ? Math.min(whoWidth.get(), WHO_NARROW_EM) * unit : whoWidth.get() * unit;
        double whoWide =
                sheetShown.get() ? Math.min(snapSizeX(wanted), Math.max(0, right - x - gap - least)) : right - x;
        double whoX = right - whoWide;
        place(who, whoVisible, whoX, whoWide, height);
        place(whoEdge, whoVisible && sheetShown.get(), whoX - gap, gap, height);
        place(sheet, sheetShown.get(), x, (whoVisible ? whoX - gap : right) - x, height);
    }

    private static void place(Node node, boolean shown, double x, double width, double height) {
        node.setVisible(shown);
        if (shown) {
            node.resizeRelocate(x, 0, width, height);
        }
    }
}
