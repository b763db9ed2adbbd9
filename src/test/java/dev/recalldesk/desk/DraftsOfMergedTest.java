package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.TraitValue;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DraftsOfMergedTest {
    @TempDir
    private Path folder;

    @Test
    void aDraftIsFoundAtTheCustomerThatStays() {
        try (DeskFixture desk = new DeskFixture(folder)) {
            String ada = customer(desk, "ada@example.com");
            String ben = customer(desk, "ben@example.com");
            Drafts drafts = new Drafts(desk.store, desk.storeId);
            drafts.save("customer:" + ada, "about Ada");
            drafts.save("customer:" + ben, "about Ben");
            drafts.save("customer:gone", "about nobody");
            drafts.save("sim:1", "about a call");
            desk.memory.addIdentifier(ben, "email", "ada@example.com");

            new DraftsOfMerged(drafts, desk.memory).run();

            assertThat(drafts.all())
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "customer:" + ada,
                            "about Ben\nabout Ada",
                            "customer:gone",
                            "about nobody",
                            "sim:1",
                            "about a call"));
        }
    }

    @Test
    void aMemoryThatDoesNotAnswerLeavesThemWhereTheyAre() {
        try (DeskFixture desk = new DeskFixture(folder)) {
            Drafts drafts = new Drafts(desk.store, desk.storeId);
            drafts.save("customer:somebody", "kept");
            desk.account.close();

            new DraftsOfMerged(drafts, desk.memory).run();

            assertThat(drafts.find("customer:somebody")).contains("kept");
        }
    }

    private static String customer(DeskFixture desk, String email) {
        return desk.memory.createProfile(Map.of("Contact", Map.of("email", TraitValue.of(email))));
    }
}
