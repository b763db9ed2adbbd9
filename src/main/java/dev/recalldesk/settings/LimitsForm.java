package dev.recalldesk.settings;

import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Limits.Limit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** How long accounts are waited for, as it is being written; what is legal holds at once. Confined to the UI thread. */
public final class LimitsForm {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");
    private final Map<Limit, StringProperty> written = new EnumMap<>(Limit.class);
    private final Map<Limit, ReadOnlyBooleanWrapper> wrong = new EnumMap<>(Limit.class);
    private final ObjIntConsumer<Limit> changed;

    /** @param changed told of every legal number that is written */
    LimitsForm(Limits present, ObjIntConsumer<Limit> changed) {
        this.changed = changed;
        for (Limit limit : Limit.values()) {
            StringProperty text = new SimpleStringProperty(String.valueOf(present.of(limit)));
            written.put(limit, text);
            wrong.put(limit, new ReadOnlyBooleanWrapper());
            text.subscribe((before, now) -> read(limit, now.strip()));
        }
    }

    /** What is written for it. */
    public StringProperty writtenProperty(Limit limit) {
        return Objects.requireNonNull(written.get(limit));
    }

    /** Whether what is written for it is no number it can be; the one before holds as long. */
    public ReadOnlyBooleanProperty wrongProperty(Limit limit) {
        return Objects.requireNonNull(wrong.get(limit)).getReadOnlyProperty();
    }

    /** Takes what is usual for each of them. */
    public void usual() {
        written.forEach((limit, text) -> text.set(String.valueOf(Limits.USUAL.of(limit))));
    }

    private void read(Limit limit, String text) {
        int number = NUMBER.matcher(text).matches() ? Integer.parseInt(text) : -1;
        boolean legal = number >= limit.least() && number <= limit.most();
        Objects.requireNonNull(wrong.get(limit)).set(!legal);
        if (legal) {
            changed.accept(limit, number);
        }
    }
}
