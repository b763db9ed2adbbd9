package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.util.BytesRef;

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

    static double cosine(byte[] one, byte[] other) {
        return cosine(new BytesRef(one), new BytesRef(other));
    }

    private static double cosine(BytesRef one, BytesRef other) {
        if (one.length != other.length) {
            return Double.NaN;
        }
        int dot = 0;
        int ones = 0;
        int others = 0;
        for (int i = 0; i < one.length; i++) {
            int a = one.bytes[one.offset + i];
            int b = other.bytes[other.offset + i];
            dot += a * b;
            ones += a * a;
            others += b * b;
        }
        return ones == 0 || others == 0 ? Double.NaN : dot / Math.sqrt((double) ones * others);
    }
}
