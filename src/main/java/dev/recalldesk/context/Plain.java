package dev.recalldesk.context;

/** Remembered text made fit to stand within a line of another text: it breaks no line and hides nothing. Pure functions. */
public final class Plain {
    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Plain() {}

    /** White space and control characters become one space; what is invisible or turns the direction of writing is left out. */
    public static String line(String text) {
        StringBuilder line = new StringBuilder(text.length());
        boolean gap = false;
        for (int at = 0; at < text.length(); ) {
            int character = text.codePointAt(at);
            at += Character.charCount(character);
            if (breaks(character)) {
                gap = !line.isEmpty();
            } else if (!hides(character)) {
                if (gap) {
                    line.append(' ');
                    gap = false;
                }
                line.appendCodePoint(character);
            }
        }
        return line.toString();
    }

    private static boolean breaks(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.CONTROL;
    }

    /** Letters of some scripts and many emoji need the joiners. */
    private static boolean hides(int character) {
        int type = Character.getType(character);
        boolean joins = character == ZERO_WIDTH_JOINER || character == ZERO_WIDTH_NON_JOINER;
        return type == Character.SURROGATE || (type == Character.FORMAT && !joins);
    }
}
