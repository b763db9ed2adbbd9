package dev.recalldesk.memory.local;

/** Counts the slips of the finger between two words: a letter too much, missing, another one, or two that changed places. */
final class Slips {
    private Slips() {}

    /** Whether at most so many slips make the one word of the other; no place is slipped at twice. */
    static boolean atMost(int most, String word, String other) {
        int[] one = word.codePoints().toArray();
        int[] two = other.codePoints().toArray();
        if (Math.abs(one.length - two.length) > most) {
            return false;
        }
        int[] beforeLast = new int[two.length + 1];
        int[] last = new int[two.length + 1];
        int[] row = new int[two.length + 1];
        for (int j = 0; j <= two.length; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= one.length; i++) {
            row[0] = i;
            int least = i;
            for (int j = 1; j <= two.length; j++) {
                int changed = last[j - 1] + (one[i - 1] == two[j - 1] ? 0 : 1);
                row[j] = Math.min(changed, 1 + Math.min(last[j], row[j - 1]));
                if (i > 1 && j > 1 && one[i - 1] == two[j - 2] && one[i - 2] == two[j - 1]) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
                least = Math.min(least, row[j]);
            }
            if (least > most) {
                return false;
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[two.length] <= most;
    }
}
