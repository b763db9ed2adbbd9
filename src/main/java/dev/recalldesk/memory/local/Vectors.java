package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How near each text of one customer is to a question in meaning: every text is compared, there are not that many. */
final class Vectors {
    private Vectors() {}

    /** For each text the cosine, -1 to 1; NaN for a text that has no vector yet. */
    static double[] cosines(ProfileTexts texts, byte[] question) throws IOException {
        double[] cosines = new double[texts.size()];
        Arrays.fill(cosines, Double.NaN);
        BytesRef asked = new BytesRef(question);
        for (ProfileTexts.Slice slice : texts.slices()) {
            BinaryDocValues vectors = DocValues.getBinary(slice.reader(), IndexedText.VECTOR);
            for (int doc = slice.first(); doc <= slice.last(); doc++) {
                int text = slice.base() + doc - slice.first();
                if (texts.isLive(text) && vectors.advanceExact(doc)) {
                    cosines[text] = cosine(asked, vectors.binaryValue());
                }
            }
        }
        return cosines;
    }

    /** Where several texts point to together; {@code null} when none of them has a vector. */
    static byte @Nullable [] middle(ProfileTexts texts, List<Integer> of) throws IOException {
        double[] sum = new double[0];
        for (int text : of) {
            BytesRef vector = texts.vector(text);
            if (vector != null) {
                sum = sum.length == 0 ? new double[vector.length] : sum;
                double length = Math.sqrt(dot(vector, vector));
                for (int i = 0; i < Math.min(sum.length, vector.length); i++) {
                    sum[i] += vector.bytes[vector.offset + i] / Math.max(1, length);
                }
            }
        }
        return sum.length == 0 ? null : quantised(sum);
    }

    private static byte[] quantised(double[] vector) {
        double largest = Arrays.stream(vector).map(Math::abs).max().orElse(0);
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length && largest > 0; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * Byte.MAX_VALUE);
        }
        return bytes;
    }

    private static int dot(BytesRef one, BytesRef other) {
        int dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one.bytes[one.offset + i] * other.bytes[other.offset + i];
        }
        return dot;
    }

    static double cosine(byte[] one, byte[] other) {
        return cosine(new BytesRef(one), new BytesRef(other));
    }

    static double cosine(BytesRef one, BytesRef other) {
        if (one.length != other.length) {
            return Double.NaN;
        }
        int ones = dot(one, one);
        int others = dot(other, other);
        return ones == 0 || others == 0 ? Double.NaN : dot(one, other) / Math.sqrt((double) ones * others);
    }
}
