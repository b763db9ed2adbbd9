package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** How near each text of one customer is to a question in meaning: every text is compared, there are not that many. */
final class Vectors {
    private Vectors() {}

    /** For each text the cosine, -1 to 1; NaN for a text that has no vector yet. */
    static double[] cosines(ProfileTexts texts, byte[] question) throws IOException {
        return texts.vectors().cosines(question);
    }

    /** Where several texts point to together; {@code null} when none of them has a vector. */
    static byte @Nullable [] middle(ProfileTexts texts, List<Integer> of) throws IOException {
        double[] sum = new double[0];
        for (int text : of) {
            BytesRef vector = texts.vector(text);
            if (vector != null) {
                sum = sum.length == 0 ? new double[vector.length] : sum;
                double length = Math.sqrt(square(vector));
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

    static double cosine(byte[] one, byte[] other) {
        return cosine(new BytesRef(one), new BytesRef(other));
    }

    static double cosine(BytesRef one, BytesRef other) {
        if (one.length != other.length) {
            return Double.NaN;
        }
        int ones = square(one);
        int others = square(other);
        return ones == 0 || others == 0
                ? Double.NaN
                : dot(floats(one), other.bytes, other.offset) / Math.sqrt((double) ones * others);
    }

    static int square(BytesRef vector) {
        return dot(floats(vector), vector.bytes, vector.offset);
    }

    /** Ready for {@link #dot}. */
    static float[] floats(BytesRef vector) {
        float[] floats = new float[vector.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = vector.bytes[vector.offset + i];
        }
        return floats;
    }

    /**
     * One vector times another that begins at {@code from}. Exact, for every product of two bytes is a whole number a float
     * holds; written in floats because the Java machine makes vector instructions of that and not of bytes times bytes,
     * which takes four times as long (2026-11, Java 25).
     */
    static int dot(float[] one, byte[] other, int from) {
        int dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += (int) (one[i] * other[from + i]);
        }
        return dot;
    }
}
