package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class VectorsTest {
    private static int exact(byte[] one, byte[] other, int from) {
        int dot = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[from + i];
        }
        return dot;
    }

    @Test
    void theFastProductIsExact() {
        Random random = new Random(3);
        byte[] many = new byte[1_000 * 384];
        random.nextBytes(many);
        byte[] one = new byte[384];
        for (int from = 0; from + one.length <= many.length; from += 97) {
            random.nextBytes(one);
            assertThat(Vectors.dot(Vectors.floats(new BytesRef(one)), many, from))
                    .isEqualTo(exact(one, many, from));
        }
    }

    @Test
    void theLargestThereIsAreExactToo() {
        byte[] least = new byte[384];
        java.util.Arrays.fill(least, Byte.MIN_VALUE);
        assertThat(Vectors.square(new BytesRef(least))).isEqualTo(384 * 128 * 128);
    }

    @Test
    void directionsAreComparedAndNotLengths() {
        assertThat(Vectors.cosine(new byte[] {1, 2}, new byte[] {50, 100})).isEqualTo(1);
        assertThat(Vectors.cosine(new byte[] {1, 2}, new byte[] {-2, -4})).isEqualTo(-1);
        assertThat(Vectors.cosine(new byte[] {1, 0}, new byte[] {0, 7})).isZero();
        assertThat(Vectors.cosine(new byte[] {1, 0}, new byte[] {0, 0})).isNaN();
        assertThat(Vectors.cosine(new byte[] {1}, new byte[] {1, 1})).isNaN();
    }
}
