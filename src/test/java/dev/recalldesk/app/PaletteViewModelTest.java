package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.PaletteItem.Group;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kordamp.ikonli.feather.Feather;

class PaletteViewModelTest {
    private final List<String> done = new ArrayList<>();
    private final PaletteViewModel palette = new PaletteViewModel(
            typed -> List.of(item(Group.CUSTOMERS, "Marcus Bell")),
            () -> List.of(item(Group.COMMANDS, "Make the text larger"), item(Group.COMMANDS, "Ring a test call")),
            typed -> List.of(item(Group.MEMORY, "Ask for " + typed)));

    @BeforeEach
    void open() {
        palette.open();
    }

    @Test
    void showsEveryCommandBeforeAnythingIsTyped() {
        assertThat(titles()).containsExactly("Make the text larger", "Ring a test call");
        assertThat(palette.selectedProperty().get()).isZero();
    }

    @Test
    void findsCustomersCommandsAndTheMemoryTogether() {
        palette.queryProperty().set("ma");

        assertThat(titles()).containsExactly("Marcus Bell", "Make the text larger", "Ask for ma");
    }

    @Test
    void matchesTheBeginningsOfWords() {
        palette.queryProperty().set("test ring");

        assertThat(titles()).contains("Ring a test call").doesNotContain("Make the text larger");
        assertThat(PaletteViewModel.fits("Ring a test call", "est")).isFalse();
    }

    @Test
    void movesInACircleAndRunsWhatIsSelected() {
        palette.move(-1);

        palette.chosen().run();

        assertThat(done).containsExactly("Ring a test call");
        palette.move(1);
        assertThat(palette.selectedProperty().get()).isZero();
    }

    @Test
    void openingForgetsTheLastQuestion() {
        palette.queryProperty().set("ring");

        palette.open();

        assertThat(palette.queryProperty().get()).isEmpty();
        assertThat(titles()).hasSize(2);
    }

    private List<String> titles() {
        return palette.items().stream().map(PaletteItem::title).toList();
    }

    private PaletteItem item(Group group, String title) {
        return new PaletteItem(group, Feather.COMMAND, title, "", "", () -> done.add(title));
    }

    @Test
    void showsWhoBecameKnownSinceItWasAsked() {
        List<PaletteItem> known = new ArrayList<>();
        PaletteViewModel early = new PaletteViewModel(
                typed -> known, () -> List.of(item(Group.COMMANDS, "Make the text larger")), typed -> List.of());
        early.open();
        early.queryProperty().set("ma");
        known.add(item(Group.CUSTOMERS, "Marcus Bell"));

        early.again();

        assertThat(early.items()).extracting(PaletteItem::title).containsExactly("Marcus Bell", "Make the text larger");
        assertThat(early.selectedProperty().get()).as("the line chosen before").isEqualTo(1);
    }
}
