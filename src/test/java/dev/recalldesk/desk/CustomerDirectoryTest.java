package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.recalldesk.desk.CustomerDirectory.Match;
import dev.recalldesk.memory.MemoryFailure;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomerDirectoryTest {
    @TempDir
    private Path folder;

    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private DeskFixture desk;
    private CustomerDirectory directory;
    private String zoe;

    @BeforeEach
    void begin() {
        desk = new DeskFixture(folder);
        zoe = desk.customer("Zoë", "zoe@example.com", "+4930901820");
        String _ = desk.customer("Adam", "adam@example.com", "+13175550101");
        String _ = desk.customer("Ada", "ada@example.com", "+13175550102");
        directory = new CustomerDirectory(desk.line.memory(), workers);
    }

    @AfterEach
    void end() {
        workers.close();
        desk.close();
    }

    @Test
    void findsCustomersByTheBeginningOfAName() {
        directory.refresh().join();

        assertThat(directory.size()).isEqualTo(3);
        assertThat(directory.search("ad", 10)).extracting(Match::text).containsExactly("Ada", "Adam");
        assertThat(directory.search("ad", 1)).hasSize(1);
        assertThat(directory.search("dam", 10)).isEmpty();
        assertThat(directory.search("  ", 10)).isEmpty();
    }

    @Test
    void accentsAndCaseDoNotMatter() {
        directory.refresh().join();

        assertThat(directory.search("ZOE", 10)).singleElement().satisfies(match -> {
            assertThat(match.customer().profileId()).isEqualTo(zoe);
            assertThat(match.text().substring(match.from(), match.to())).isEqualTo("Zoë");
        });
    }

    @Test
    void findsCustomersByTheBeginningOfANumberHoweverItIsTyped() {
        directory.refresh().join();

        for (String typed : List.of("030 9018", "+49 30", "4930")) {
            assertThat(directory.search(typed, 10))
                    .extracting(match -> match.customer().profileId())
                    .containsExactly(zoe);
        }
        assertThat(directory.search("(317) 555-01", 10))
                .hasSize(2)
                .allSatisfy(match -> assertThat(match.text().substring(match.from(), match.to()))
                        .isEqualTo("317555" + "01"));
    }

    @Test
    void followsTheStore() {
        directory.refresh().join();
        desk.memory.deleteProfile(zoe);
        String eve = desk.customer("Eve", "eve@example.com", "+13175550103");
        directory.learn(new Customer(desk.memory.profile(eve)));

        assertThat(directory.search("eve", 10)).hasSize(1);
        directory.refresh().join();
        assertThat(directory.search("zoe", 10)).isEmpty();
    }

    @Test
    void keepsWhatItKnowsWhenTheMemoryCannotBeReached() {
        directory.refresh().join();
        desk.line.breakBefore("profiles");

        assertThatThrownBy(() -> directory.refresh().join()).hasCauseInstanceOf(MemoryFailure.Unreachable.class);
        assertThat(directory.search("ada", 10)).hasSize(2);
    }
}
