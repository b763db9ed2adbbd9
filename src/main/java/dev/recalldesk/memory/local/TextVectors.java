package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The vectors of one customer's texts, in one piece: a question is compared with all of them. Never changes. */
final class TextVectors {
    private final int dimensions;
    private final byte[] values;
    /** By text, its vector times itself; 0 where there is none. */
    private final int[] squares;

    private TextVectors(int dimensions, byte[] values, int[] squares) {
        this.dimensions = dimensions;
        this.values = values;
        this.squares = squares;
    }

    static TextVectors of(List<TextSlice> slices, TextFacts facts) throws IOException {
        int dimensions = 0;
        byte[] values = {};
        int[] squares = new int[facts.size()];
        for (TextSlice slice : slices) {
            BinaryDocValues stored = DocValues.getBinary(slice.reader(), IndexedText.VECTOR);
            for (int doc = slice.first(); doc <= slice.last(); doc++) {
                int text = slice.text(doc);
                if (!facts.live()[text] || !stored.advanceExact(doc)) {
                    continue;
                }
                BytesRef vector = stored.binaryValue();
                if (dimensions == 0) {
                    dimensions = vector.length;
                    values = new byte[Math.multiplyExact(dimensions, facts.size())];
                }
                if (vector.length == dimensions) {
                    System.arraycopy(vector.bytes, vector.offset, values, dimensions * text, dimensions);
                    squares[text] = Vectors.square(vector);
                }
            }
        }
        return new TextVectors(dimensions, values, squares);
    }

    /** For each text the cosine, -1 to 1; NaN for a text that has no vector yet. */
    double[] cosines(byte[] question) {
        double[] cosines = new double[squares.length];
        Arrays.fill(cosines, Double.NaN);
        BytesRef direction = new BytesRef(question);
        int square = Vectors.square(direction);
        if (question.length == dimensions && square != 0) {
            float[] asked = Vectors.floats(direction);
            for (int text = 0; text < squares.length; text++) {
                if (squares[text] != 0) {
                    int dot = Vectors.dot(asked, values, dimensions * text);
                    cosines[text] = dot / Math.sqrt((double) square * squares[text]);
                }
            }
        }
        return cosines;
    }

    /** The vector of a text; {@code null} where it has none yet. Not to be changed. */
    @Nullable
    BytesRef of(int text) {
        return squares[text] == 0 ? null : new BytesRef(values, dimensions * text, dimensions);
    }

    /** About how much memory this takes. */
    long bytes() {
        return values.length + (long) Integer.BYTES * squares.length;
    }
}
