package dev.recalldesk.profile;

import dev.recalldesk.profile.ProfileState.LastSummary;
import dev.recalldesk.profile.ProfileState.Phase;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Skeleton;
import dev.recalldesk.ui.Text;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The pane that says who the customer is. It scrolls as a whole. */
public final class ProfileView extends ScrollPane {
    private final ProfileHead head = new ProfileHead();
    private final Banner failed;
    private final EssentialsCard essentials = new EssentialsCard();
    private final TraitGroups groups;
    private final Label empty = Rows.wrapped(Text.get("profile.empty"), "meta");
    private final Label summaryDay = Rows.fixed("", "meta");
    private final Label summaryText = Rows.wrapped("", "who-summary");
    private final VBox summary = Rows.column(
            "who-last",
            Rows.row("gap-8", Rows.label(Text.get("profile.summary"), "section"), Rows.gap(), summaryDay),
            summaryText);
    private final VBox skeletonRoom = new VBox();
    private final CopyContext copy;
    private final VBox content;

    /** @param copyKeys what copies the customer's context from anywhere in the window */
    public ProfileView(ProfileViewModel model, String copyKeys) {
        setId("who");
        getStyleClass().add("who");
        setAccessibleText(Text.get("profile.pane"));
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        failed = new Banner(
                Banner.Kind.WARNING,
                Text.get("profile.failed"),
                Text.get("profile.failed.rest"),
                Buttons.plain("who-retry", Text.get("profile.retry"), model::retry));
        groups = new TraitGroups(model::copy);
        summaryText.setId("who-summary");
        empty.setId("who-empty");
        copy = new CopyContext(model, copyKeys);
        content = Rows.column("who-content", head, failed, essentials, groups, skeletonRoom, empty, summary, copy);
        setContent(content);
        model.stateProperty().subscribe(this::show);
        model.copiedProperty().subscribe(groups::copied);
    }

    private void show(ProfileState state) {
        content.setVisible(!(state instanceof ProfileState.Absent));
        Rows.show(copy, state instanceof ProfileState.Known);
        switch (state) {
            case ProfileState.Absent absent -> {}
            case ProfileState.Searching searching -> {
                head.show(searching.number());
                essentials.show(new ProfileState.Essentials("", "", ""));
                show(new ProfileState.Traits(List.of(), Phase.WAITING));
                show((LastSummary) null);
            }
            case ProfileState.Known known -> {
                head.show(known.who());
                essentials.show(known.essentials());
                show(known.traits());
                show(known.summary());
            }
        }
    }

    private void show(ProfileState.Traits traits) {
        boolean nothing = traits.groups().isEmpty();
        groups.show(traits.groups());
        Rows.show(groups, !nothing);
        Rows.show(failed, traits.phase() == Phase.FAILED);
        Rows.show(empty, nothing && traits.phase() == Phase.READY);
        boolean waiting = nothing && traits.phase() == Phase.WAITING;
        Rows.show(skeletonRoom, waiting);
        if (!waiting) {
            skeletonRoom.getChildren().clear();
        } else if (skeletonRoom.getChildren().isEmpty()) {
            skeletonRoom.getChildren().add(new Skeleton(4));
        }
    }

    private void show(@Nullable LastSummary last) {
        Rows.show(summary, last != null);
        if (last != null) {
            summaryDay.setText(last.day());
            summaryText.setText(last.content());
        }
    }
}
