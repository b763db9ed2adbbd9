package dev.recalldesk.connection;

import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One memory the desk can be connected to. Its secret is not part of it; see {@link Secrets}. What a file edited by hand
 * leaves out or writes wrongly takes its default.
 *
 * @param id stays the same as long as the connection exists
 * @param name as the agent calls it; empty for the memory on this computer, which has a name of its own
 * @param user the SID the account knows the desk by; empty for the memory on this computer
 * @param address a region such as {@code au1}, or scheme and host; empty for Twilio's home region
 * @param storeId the store opened first; empty for the newest
 * @param storeName what that store was called when it was last seen, to name it while it cannot be reached
 * @param homeRegion two-letter country whose way of writing phone numbers is understood; empty for that of the settings
 * @param agentName as it goes into the source of a note; empty for that of the settings
 */
public record Connection(
        String id,
        String name,
        Kind kind,
        String user,
        String address,
        String storeId,
        String storeName,
        Dialect dialect,
        String homeRegion,
        Colour colour,
        String agentName) {
    /** What an agent's name may be written with, as the source of a note allows. */
    public static final Pattern AGENT_NAME = Pattern.compile("[a-zA-Z0-9 _.-]{0,90}");

    private static final int LONGEST_NAME = 60;

    /** Where the memory is. */
    public enum Kind {
        /** On this computer. There is exactly one such connection, {@link Connection#LOCAL}. */
        LOCAL,
        /** At an account, reached over the network. */
        ACCOUNT
    }

    /** Which paths of the wire are spoken. */
    public enum Dialect {
        /** Finds out. */
        AUTOMATIC,
        CURRENT,
        OLDER
    }

    /** A mark that tells connections apart, always beside the name. */
    public enum Colour {
        NONE,
        BLUE,
        GREEN,
        AMBER,
        RED,
        VIOLET
    }

    /** The memory on this computer as nobody has changed it. */
    public static final Connection LOCAL =
            new Connection("local", "", Kind.LOCAL, "", "", "", "", Dialect.AUTOMATIC, "", Colour.NONE, "");

    public Connection {
        id = text(id).isBlank() ? UUID.randomUUID().toString() : id.strip();
        name = text(name).strip();
        name = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        kind = Objects.requireNonNullElse(kind, Kind.ACCOUNT);
        user = text(user).strip();
        address = text(address).strip();
        storeId = text(storeId).strip();
        storeName = text(storeName).strip();
        dialect = Objects.requireNonNullElse(dialect, Dialect.AUTOMATIC);
        homeRegion = text(homeRegion).strip();
        colour = Objects.requireNonNullElse(colour, Colour.NONE);
        agentName = text(agentName).strip();
        agentName = AGENT_NAME.matcher(agentName).matches() ? agentName : "";
    }

    /** A connection to an account about which nothing is known yet, with an id of its own. */
    public static Connection toAnAccount() {
        return new Connection("", "", Kind.ACCOUNT, "", "", "", "", Dialect.AUTOMATIC, "", Colour.NONE, "");
    }

    public boolean local() {
        return kind == Kind.LOCAL;
    }

    /** Whether both lead to the same stores. */
    public boolean sameAccount(Connection other) {
        return user.equals(other.user) && place().equals(other.place());
    }

    /** Whether what is open of one is as if it had been opened of the other, as long as the secret is the same. */
    public boolean opensLike(Connection other) {
        return sameAccount(other) && dialect == other.dialect && homeRegion.equals(other.homeRegion);
    }

    /** What the memory is called among the programs of this computer: {@code local}, or scheme and host. */
    public String place() {
        return local() ? LOCAL.id() : Address.of(address).map(URI::toString).orElse(address);
    }

    public Connection withName(String other) {
        return new Connection(
                id, other, kind, user, address, storeId, storeName, dialect, homeRegion, colour, agentName);
    }

    public Connection withUser(String other) {
        return new Connection(
                id, name, kind, other, address, storeId, storeName, dialect, homeRegion, colour, agentName);
    }

    public Connection withAddress(String other) {
        return new Connection(id, name, kind, user, other, storeId, storeName, dialect, homeRegion, colour, agentName);
    }

    /** The same, opening another store first. */
    public Connection withStore(String otherId, String otherName) {
        return new Connection(
                id, name, kind, user, address, otherId, otherName, dialect, homeRegion, colour, agentName);
    }

    public Connection withDialect(Dialect other) {
        return new Connection(id, name, kind, user, address, storeId, storeName, other, homeRegion, colour, agentName);
    }

    public Connection withHomeRegion(String other) {
        return new Connection(id, name, kind, user, address, storeId, storeName, dialect, other, colour, agentName);
    }

    public Connection withColour(Colour other) {
        return new Connection(id, name, kind, user, address, storeId, storeName, dialect, homeRegion, other, agentName);
    }

    public Connection withAgentName(String other) {
        return new Connection(id, name, kind, user, address, storeId, storeName, dialect, homeRegion, colour, other);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
