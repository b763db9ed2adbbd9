package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.TraitValue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsOfMergedTest {
    @TempDir
    private Path folder;

    @Test
    void aDraftAboutWhoBecameAnotherIsFoundAndLeftInPlace() {
        try (DeskFixture desk = new DeskFixture(folder)) {
            String ada = customer(desk, "ada@example.com");
            String ben = customer(desk, "ben@example.com");
            Drafts drafts = new Drafts(desk.store, desk.storeId);
            drafts.save("customer:" + ada, "about Ada");
            drafts.save("customer:" + ben, "about Ben");
            drafts.save("customer:gone", "about nobody");
            drafts.save("sim:1", "about a call");
            desk.memory.addIdentifier(ben, "email", "ada@example.com");

            assertThat(found(new DraftsOfMerged(drafts, desk.memory)))
                    .containsExactly("customer:" + ben + " -> customer:" + ada);
            assertThat(drafts.all()).hasSize(4);
        }
    }

    @Test
    void aMemoryThatDoesNotAnswerLeavesThemWhereTheyAre() {
        try (DeskFixture desk = new DeskFixture(folder)) {
            Drafts drafts = new Drafts(desk.store, desk.storeId);
            drafts.save("customer:somebody", "kept");
            desk.account.close();

            assertThat(found(new DraftsOfMerged(drafts, desk.memory))).isEmpty();
            assertThat(drafts.find("customer:somebody")).contains("kept");
        }
    }

    private static List<String> found(DraftsOfMerged merged) {
        List<String> found = new ArrayList<>();
        merged.onFound((from, to) -> found.add(from + " -> " + to));
        merged.look();
        return found;
    }

    private static String customer(DeskFixture desk, String email) {
        return desk.memory.createProfile(Map.of("Contact", Map.of("email", TraitValue.of(email))));
    }
}
