package dev.recalldesk.memory;

/**
 * A text that may be looked at only so often. Some patterns take longer than anybody lives over a text of ordinary length,
 * and a value is checked while nobody else can write.
 */
final class PatientText implements CharSequence {
    private static final int LOOKS = 1_000_000;
    private final String text;
    private int looks;

    /** The pattern looked too often. */
    static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    PatientText(String text) {
        this.text = text;
    }

    @Override
    public char charAt(int index) {
        if (++looks > LOOKS) {
            throw new Exhausted();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
