package dev.recalldesk.settings;

import dev.recalldesk.connection.Address;
import dev.recalldesk.connection.Connection;
import dev.recalldesk.connection.Connection.Colour;
import dev.recalldesk.connection.Connection.Dialect;
import dev.recalldesk.connection.Secret;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the agent writes about a connection, and what is wrong with it. Confined to the UI thread. */
public final class ConnectForm {
    private static final Pattern SID = Pattern.compile("(SK|AC)[0-9a-fA-F]{32}");
    private static final List<String> REGIONS = List.of(Locale.getISOCountries());

    /** Which part of the form is wrong. */
    public enum Wrong {
        ADDRESS,
        USER,
        SECRET,
        REGION,
        AGENT_NAME
    }

    private final boolean secretKept;
    private final StringProperty name = new SimpleStringProperty();
    private final StringProperty address = new SimpleStringProperty();
    private final StringProperty user = new SimpleStringProperty();
    private final StringProperty secret = new SimpleStringProperty("");
    private final StringProperty homeRegion = new SimpleStringProperty();
    private final StringProperty agentName = new SimpleStringProperty();
    private final ObjectProperty<Dialect> dialect = new SimpleObjectProperty<>();
    private final ObjectProperty<Colour> colour = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<@Nullable Wrong> wrong = new ReadOnlyObjectWrapper<>();

    /**
     * @param before what is there already, or a connection to start from
     * @param secretKept whether its secret is kept already and need not be written again
     */
    ConnectForm(Connection before, boolean secretKept) {
        this.secretKept = secretKept;
        name.set(before.name());
        address.set(before.address());
        user.set(before.user());
        homeRegion.set(before.homeRegion());
        agentName.set(before.agentName());
        dialect.set(before.dialect());
        colour.set(before.colour());
        for (StringProperty typed : List.of(address, user, secret, homeRegion, agentName)) {
            typed.subscribe((then, now) -> wrong.set(null));
        }
    }

    /** How the agent calls it; the store's name when left empty. */
    public StringProperty nameProperty() {
        return name;
    }

    /** As {@link Address} reads it. */
    public StringProperty addressProperty() {
        return address;
    }

    public StringProperty userProperty() {
        return user;
    }

    /** Never shown again once it is kept. */
    public StringProperty secretProperty() {
        return secret;
    }

    public StringProperty homeRegionProperty() {
        return homeRegion;
    }

    public StringProperty agentNameProperty() {
        return agentName;
    }

    public ObjectProperty<Dialect> dialectProperty() {
        return dialect;
    }

    public ObjectProperty<Colour> colourProperty() {
        return colour;
    }

    /** What was found wrong first when the form was last used; nothing once it is written anew. */
    public ReadOnlyObjectProperty<@Nullable Wrong> wrongProperty() {
        return wrong.getReadOnlyProperty();
    }

    /** Whether the secret is kept already, so that an empty field leaves it as it is. */
    public boolean secretKept() {
        return secretKept;
    }

    /** The secret that was written; nothing when the field was left empty. */
    Optional<Secret> freshSecret() {
        String written = secret.get().strip();
        return written.isEmpty() ? Optional.empty() : Optional.of(new Secret(written));
    }

    /** What decides where the connection leads and who asks. */
    List<ObservableValue<?>> reaching() {
        return List.of(address, user, secret, dialect);
    }

    /** Where it leads; nothing while the address cannot be read. */
    Optional<URI> base() {
        return Address.of(address.get());
    }

    /** Looks for what is wrong and says whether nothing is. */
    boolean holds() {
        wrong.set(fault());
        return wrong.get() == null;
    }

    private @Nullable Wrong fault() {
        Optional<URI> base = base();
        if (base.isEmpty()) {
            return Wrong.ADDRESS;
        }
        String sid = user.get().strip();
        boolean twilio = base.get().getHost().endsWith(".twilio.com");
        if (sid.isEmpty() || sid.contains(":") || (twilio && !SID.matcher(sid).matches())) {
            return Wrong.USER;
        }
        if (freshSecret().isEmpty() && !secretKept) {
            return Wrong.SECRET;
        }
        String region = region();
        if (!region.isEmpty() && !REGIONS.contains(region)) {
            return Wrong.REGION;
        }
        return Connection.AGENT_NAME.matcher(agentName.get().strip()).matches() ? null : Wrong.AGENT_NAME;
    }

    private String region() {
        return homeRegion.get().strip().toUpperCase(Locale.ROOT);
    }

    /** What is written, laid over a connection whose id and store stay. */
    Connection over(Connection connection) {
        return connection
                .withName(name.get())
                .withAddress(address.get())
                .withUser(user.get())
                .withHomeRegion(region())
                .withAgentName(agentName.get())
                .withDialect(dialect.get())
                .withColour(colour.get());
    }
}
