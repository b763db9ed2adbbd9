package dev.recalldesk.notes;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is in a note: chosen codes and free text. Kept and saved as one text in which the codes are the first line,
 * {@code [Refund, Billing]}.
 */
record NoteText(List<String> codes, String text) {
    static final NoteText EMPTY = new NoteText(List.of(), "");

    NoteText {
        codes = List.copyOf(codes);
    }

    /** Reads a kept note; a first line in brackets is read as codes only if all of them are known. */
    static NoteText of(String content, List<String> known) {
        int end = content.indexOf('\n');
        String first = end < 0 ? content : content.substring(0, end);
        if (first.startsWith("[") && first.endsWith("]")) {
            List<String> codes = List.of(first.substring(1, first.length() - 1).split(", "));
            if (known.containsAll(codes)) {
                return new NoteText(codes, end < 0 ? "" : content.substring(end + 1));
            }
        }
        return new NoteText(List.of(), content);
    }

    /** As it is kept in a draft. */
    String content() {
        return codes.isEmpty() ? text : "[" + String.join(", ", codes) + "]" + (text.isEmpty() ? "" : "\n" + text);
    }

    /** As it is saved: without empty space around the text. */
    String saved() {
        return new NoteText(codes, text.strip()).content();
    }

    boolean blank() {
        return codes.isEmpty() && text.isBlank();
    }

    NoteText withText(String changed) {
        return new NoteText(codes, changed);
    }

    /** Chooses a code or takes it away; the chosen ones keep the order in which they are offered. */
    NoteText toggled(String code, List<String> offered) {
        Set<String> chosen = new LinkedHashSet<>(codes);
        if (!chosen.remove(code)) {
            chosen.add(code);
        }
        return new NoteText(ordered(chosen, offered), text);
    }

    /** This note above another one, so that nothing typed since is overwritten. */
    NoteText above(NoteText newer, List<String> offered) {
        Set<String> chosen = new LinkedHashSet<>(codes);
        chosen.addAll(newer.codes);
        String both = text.isEmpty() || newer.text.isEmpty() ? text + newer.text : text + "\n" + newer.text;
        return new NoteText(ordered(chosen, offered), both);
    }

    /** What is left once {@code saved} is safe: everything typed since, or nothing. */
    NoteText without(NoteText saved) {
        String rest = text.startsWith(saved.text) ? text.substring(saved.text.length()) : text;
        List<String> since =
                codes.stream().filter(code -> !saved.codes.contains(code)).toList();
        return new NoteText(since, rest.isBlank() ? "" : rest.stripLeading());
    }

    private static List<String> ordered(Set<String> chosen, List<String> offered) {
        return Stream.concat(
                        offered.stream().filter(chosen::contains),
                        chosen.stream().filter(code -> !offered.contains(code)))
                .toList();
    }
}
