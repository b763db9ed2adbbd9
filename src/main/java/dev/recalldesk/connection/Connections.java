package dev.recalldesk.connection;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every connection that was saved, in the order they were added; the memory on this computer is always there and comes first.
 *
 * @param all at least one, each id once
 * @param first the id of the one the desk opens with
 * @param chosen whether the agent has said which memory to work with, so that nobody offers another any more
 */
public record Connections(List<Connection> all, String first, boolean chosen) {
    /** The memory on this computer alone. */
    public static final Connections DEFAULT = new Connections(List.of(Connection.LOCAL), Connection.LOCAL.id(), false);

    public Connections {
        List<Connection> given =
                all == null ? List.of() : all.stream().filter(Objects::nonNull).toList();
        Connection local = given.stream()
                .filter(one -> one.id().equals(Connection.LOCAL.id()) && one.local())
                .findFirst()
                .orElse(Connection.LOCAL);
        Set<String> ids = new HashSet<>(Set.of(local.id()));
        all = Stream.concat(Stream.of(local), given.stream().filter(one -> !one.local() && ids.add(one.id())))
                .toList();
        first = ids.contains(Objects.requireNonNullElse(first, "")) ? first : local.id();
    }

    public Optional<Connection> find(String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst();
    }

    /** The memory on this computer. */
    public Connection local() {
        return all.getFirst();
    }

    /** The one the desk opens with. */
    public Connection opening() {
        return find(first).orElseGet(this::local);
    }

    /** With this connection added, or in the place of the one with its id. */
    public Connections with(Connection connection) {
        List<Connection> changed = new ArrayList<>(all);
        changed.replaceAll(one -> one.id().equals(connection.id()) ? connection : one);
        if (!changed.contains(connection)) {
            changed.add(connection);
        }
        return new Connections(changed, first, chosen);
    }

    /** Without the connection of this id; the memory on this computer stays. */
    public Connections without(String id) {
        return new Connections(all.stream().filter(one -> !one.id().equals(id)).toList(), first, chosen);
    }

    /** The same, opening with another. */
    public Connections openingWith(String id) {
        return new Connections(all, id, chosen);
    }

    /** The same, with the question answered which memory to work with. */
    public Connections decided() {
        return new Connections(all, first, true);
    }
}
