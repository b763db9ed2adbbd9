package dev.recalldesk.ui;

import javafx.scene.control.Label;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** A small word with an edge or a tint. */
public final class Chip extends Label {
    private Chip(String word, String... styles) {
        super(word);
        getStyleClass().add("chip");
        getStyleClass().addAll(styles);
        setMinWidth(USE_PREF_SIZE);
    }

    /** Where a fact comes from. */
    public static Chip origin(Origin origin) {
        Chip chip = new Chip("", "origin");
        chip.become(origin);
        return chip;
    }

    /** Shows another origin; for rows that are used again. */
    public void become(Origin origin) {
        for (Origin other : Origin.values()) {
            getStyleClass().remove(other.style());
        }
        getStyleClass().add(origin.style());
        setText(origin.word());
        setGraphic(origin == Origin.GUESS ? new Icon(Feather.HELP_CIRCLE, "tiny") : null);
    }

    /** A fact about the person, such as a tier. */
    public static Chip filled(String word) {
        return new Chip(word, "filled");
    }

    /** What a value was a moment ago. The only chip that may be cut, for the value can be long. */
    public static Chip change(String word) {
        Chip chip = new Chip(word, "tinted", "accent", "change");
        chip.setMinWidth(0);
        return chip;
    }

    /** A state: {@code success}, {@code warning}, {@code danger}, {@code accent} or {@code wrap}. */
    public static Chip tinted(String word, Ikon icon, String tint) {
        Chip chip = new Chip(word, "tinted", tint);
        chip.setGraphic(new Icon(icon, "tiny"));
        return chip;
    }

    /** How far a note came: a pill with an icon and a word. */
    public static Chip pill(String word, Ikon icon, String tint) {
        Chip chip = new Chip(word, "pill", tint);
        chip.setGraphic(new Icon(icon, "small"));
        return chip;
    }

    /** A count in a state: a pill with words alone, where the icon stands elsewhere. */
    public static Chip state(String words, String tint) {
        return new Chip(words, "pill", tint);
    }
}
