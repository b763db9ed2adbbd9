package dev.recalldesk.ui;

import java.util.Locale;
import javafx.scene.layout.Region;

/** A round mark in a colour. Decoration only: the name beside it tells what it marks. */
public final class ColourDot extends Region {
    private ColourDot(String colour) {
        getStyleClass().addAll("colour-dot", colour);
    }

    /** @param colour {@code BLUE}, {@code GREEN}, {@code AMBER}, {@code RED} or {@code VIOLET} */
    public static ColourDot of(String colour) {
        return new ColourDot(colour.toLowerCase(Locale.ROOT));
    }
}
