package dev.recalldesk.ui;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.scene.text.TextFlow;

/** A sentence in which the words that met the question stand out by weight. */
public final class MarkedText extends TextFlow {
    public MarkedText() {
        getStyleClass().add("marked-text");
    }

    /** Shows the sentence with the words marked, wherever they stand as whole words. */
    public void show(String sentence, Set<String> words) {
        setAccessibleText(sentence);
        List<javafx.scene.text.Text> pieces = new ArrayList<>();
        for (Piece piece : pieces(sentence, words)) {
            javafx.scene.text.Text text = new javafx.scene.text.Text(piece.text());
            text.getStyleClass().add(piece.marked() ? "mark" : "unmarked");
            pieces.add(text);
        }
        getChildren().setAll(pieces);
    }

    /** A run of the sentence. */
    record Piece(String text, boolean marked) {}

    static List<Piece> pieces(String sentence, Set<String> words) {
        if (words.isEmpty()) {
            return List.of(new Piece(sentence, false));
        }
        String any = words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        Matcher found = Pattern.compile(
                        "(?<![\\p{L}\\p{N}])(?:" + any + ")(?![\\p{L}\\p{N}])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sentence);
        List<Piece> pieces = new ArrayList<>();
        int end = 0;
        while (found.find()) {
            if (found.start() > end) {
                pieces.add(new Piece(sentence.substring(end, found.start()), false));
            }
            pieces.add(new Piece(found.group(), true));
            end = found.end();
        }
        if (end < sentence.length()) {
            pieces.add(new Piece(sentence.substring(end), false));
        }
        return pieces;
    }
}
