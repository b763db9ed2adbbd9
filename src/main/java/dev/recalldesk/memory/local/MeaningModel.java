package dev.recalldesk.memory.local;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * Turns a text into numbers that lie close together for texts that mean the same. Its weights lie on the class path, so
 * nothing is fetched and nothing said leaves this machine. Thread-safe.
 */
final class MeaningModel implements AutoCloseable {
    /** Kept beside every vector: those of another model, or of texts prepared in another way, cannot be compared. */
    static final String NAME = "all-minilm-l6-v2-q/2";

    private static final String WEIGHTS = "all-minilm-l6-v2-q";

    private static final int FINEST = 127;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final WordPieces pieces;
    /** Shared by everything under way, because closing the session under its feet would end the program. */
    private final ReentrantReadWriteLock life = new ReentrantReadWriteLock();

    private boolean closed;

    private MeaningModel(OrtEnvironment environment, OrtSession session, WordPieces pieces) {
        this.environment = environment;
        this.session = session;
        this.pieces = pieces;
    }

    /** Takes about a second and a hundred megabytes. */
    static MeaningModel load() throws IOException {
        try (InputStream description = resource("/" + WEIGHTS + "-tokenizer.json");
                InputStream weights = resource("/" + WEIGHTS + ".onnx");
                OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            WordPieces pieces = WordPieces.read(description);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            return new MeaningModel(environment, environment.createSession(weights.readAllBytes(), options), pieces);
        } catch (OrtException e) {
            throw new IOException("The model of meaning cannot be read", e);
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream found = MeaningModel.class.getResourceAsStream(name);
        if (found == null) {
            throw new FileNotFoundException(name);
        }
        return found;
    }

    /** The direction a text points to, one byte a dimension; only the direction counts, see {@link Vectors}. */
    byte[] of(String text) throws IOException {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IOException("The model of meaning is closed");
            }
            return vector(text);
        } finally {
            life.readLock().unlock();
        }
    }

    private byte[] vector(String text) throws IOException {
        long[] numbers = pieces.of(Shorthand.writtenOut(text));
        long[] shape = {1, numbers.length};
        long[] ones = new long[numbers.length];
        Arrays.fill(ones, 1);
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(numbers), shape);
                OnnxTensor mask = OnnxTensor.createTensor(environment, LongBuffer.wrap(ones), shape);
                OnnxTensor types =
                        OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[numbers.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer values = ((OnnxTensor) result.get(0)).getFloatBuffer();
            return quantised(mean(values, numbers.length));
        } catch (OrtException e) {
            throw new IOException("The model of meaning failed", e);
        }
    }

    private static float[] mean(FloatBuffer values, int rows) {
        float[] sum = new float[values.remaining() / rows];
        for (int row = 0; row < rows; row++) {
            for (int i = 0; i < sum.length; i++) {
                sum[i] += values.get(row * sum.length + i);
            }
        }
        return sum;
    }

    private static byte[] quantised(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length && largest > 0; i++) {
            bytes[i] = (byte) Math.round(vector[i] / largest * FINEST);
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        life.writeLock().lock();
        try {
            closed = true;
            session.close();
        } catch (OrtException e) {
            throw new IOException("The model of meaning did not close", e);
        } finally {
            life.writeLock().unlock();
        }
    }
}
