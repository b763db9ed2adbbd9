package dev.recalldesk.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ConnectionsTest {
    private static final Connection ACME = Connection.toAnAccount().withName("Acme");

    @Test
    void theMemoryOnThisComputerIsAlwaysThereAndFirst() {
        assertThat(new Connections(List.of(ACME), ACME.id(), false).all()).containsExactly(Connection.LOCAL, ACME);
        assertThat(Connections.DEFAULT.without("local")).isEqualTo(Connections.DEFAULT);
    }

    @Test
    void savingReplacesTheOneWithTheSameId() {
        Connections with = Connections.DEFAULT.with(ACME);
        Connection renamed = ACME.withName("Acme Europe");

        assertThat(with.with(renamed).all()).containsExactly(Connection.LOCAL, renamed);
        assertThat(with.with(Connection.LOCAL.withColour(Connection.Colour.GREEN))
                        .local()
                        .colour())
                .isEqualTo(Connection.Colour.GREEN);
    }

    @Test
    void theDeskOpensWithTheMemoryOnThisComputerWhenItsFirstChoiceIsGone() {
        Connections opening = Connections.DEFAULT.with(ACME).openingWith(ACME.id());

        assertThat(opening.opening()).isEqualTo(ACME);
        assertThat(opening.without(ACME.id()).opening()).isEqualTo(Connection.LOCAL);
    }

    @Test
    void everyNewConnectionIsAnother() {
        assertThat(Connection.toAnAccount().id())
                .isNotEqualTo(Connection.toAnAccount().id());
        assertThat(ACME.withStore("mem_store_1", "acme").id()).isEqualTo(ACME.id());
    }
}
