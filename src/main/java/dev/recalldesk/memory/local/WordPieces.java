package dev.recalldesk.memory.local;

import java.io.IOException;
import java.io.InputStream;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Cuts a text into the pieces of words a model was taught with, by their numbers. Thread-safe. */
final class WordPieces {
    /** Longer texts are cut: beyond this the model was not taught. */
    private static final int MOST_PIECES = 254;

    private static final int LONGEST_WORD = 100;
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    /** A run of letters and figures, one punctuation mark or symbol, or one character of a script without spaces. */
    private static final Pattern WORDS =
            Pattern.compile("\\p{IsHan}|[\\p{P}$+<=>^`|~]|[^\\s\\p{P}$+<=>^`|~\\p{IsHan}\\p{Cc}\\p{Cf}]+");

    private final Map<String, Integer> numbers;
    private final int unknown;
    private final int begin;
    private final int end;

    private WordPieces(Map<String, Integer> numbers) {
        this.numbers = numbers;
        this.unknown = number("[UNK]");
        this.begin = number("[CLS]");
        this.end = number("[SEP]");
    }

    private int number(String piece) {
        Integer number = numbers.get(piece);
        if (number == null) {
            throw new IllegalArgumentException("No " + piece + " among the pieces");
        }
        return number;
    }

    /** Reads the pieces from the description of a tokenizer as Hugging Face writes it. */
    static WordPieces read(InputStream description) throws IOException {
        try {
            Map<String, Integer> numbers = new HashMap<>();
            for (Map.Entry<String, JsonNode> entry : JsonMapper.shared()
                    .readTree(description)
                    .path("model")
                    .path("vocab")
                    .properties()) {
                numbers.put(entry.getKey(), entry.getValue().asInt());
            }
            return new WordPieces(numbers);
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IOException("The word pieces cannot be read", e);
        }
    }

    /** The numbers of the pieces, with the marks for the beginning and the end around them. */
    long[] of(String text) {
        List<Integer> pieces = new ArrayList<>();
        String plain = MARKS.matcher(Normalizer.normalize(text.toLowerCase(Locale.ROOT), Normalizer.Form.NFD))
                .replaceAll("");
        for (MatchResult word : WORDS.matcher(plain).results().toList()) {
            add(word.group(), pieces);
            if (pieces.size() >= MOST_PIECES) {
                break;
            }
        }
        int count = Math.min(MOST_PIECES, pieces.size());
        long[] all = new long[count + 2];
        all[0] = begin;
        for (int i = 0; i < count; i++) {
            all[i + 1] = pieces.get(i);
        }
        all[count + 1] = end;
        return all;
    }

    /** Takes the longest known piece again and again; a word with a rest nobody knows is unknown as a whole. */
    private void add(String word, List<Integer> pieces) {
        List<Integer> found = new ArrayList<>();
        int from = 0;
        while (from < word.length() && word.length() <= LONGEST_WORD) {
            int to = word.length();
            Integer piece = null;
            while (piece == null && to > from) {
                String part = word.substring(from, to);
                piece = numbers.get(from == 0 ? part : "##" + part);
                to -= piece == null ? 1 : 0;
            }
            if (piece == null) {
                break;
            }
            found.add(piece);
            from = to;
        }
        if (from == word.length()) {
            pieces.addAll(found);
        } else {
            pieces.add(unknown);
        }
    }
}
