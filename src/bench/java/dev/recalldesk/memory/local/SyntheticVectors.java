package dev.recalldesk.memory.local;

import java.io.IOException;
import java.util.random.RandomGenerator;

/**
 * Vectors that lie as those of real texts do, without embedding a million of them: some texts of each topic are embedded, and
 * every other text gets one of these with noise, about as far from it as two notes on one matter are.
 */
final class SyntheticVectors {
    private static final int PATTERNS_PER_TOPIC = 200;
    private static final float NOISE = 0.06f;
    private static final int FINEST = 127;
    private final RandomGenerator random;
    private final float[][][] patterns = new float[SyntheticTexts.topics()][PATTERNS_PER_TOPIC][];

    SyntheticVectors(RandomGenerator random, SyntheticTexts texts, MeaningModel model) throws IOException {
        this.random = random;
        for (int topic = 0; topic < patterns.length; topic++) {
            for (int pattern = 0; pattern < PATTERNS_PER_TOPIC; pattern++) {
                patterns[topic][pattern] = unit(model.of(texts.note(topic).content()));
            }
        }
    }

    private static float[] unit(byte[] vector) {
        double length = 0;
        for (byte value : vector) {
            length += value * value;
        }
        float[] unit = new float[vector.length];
        for (int i = 0; i < unit.length; i++) {
            unit[i] = (float) (vector[i] / Math.sqrt(length));
        }
        return unit;
    }

    byte[] near(SyntheticTexts.Note note) {
        float[] pattern = patterns[note.topic()][random.nextInt(PATTERNS_PER_TOPIC)];
        float[] vector = new float[pattern.length];
        float largest = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = pattern[i] + NOISE * (2 * random.nextFloat() - 1);
            largest = Math.max(largest, Math.abs(vector[i]));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * FINEST);
        }
        return bytes;
    }
}
