package dev.recalldesk.memory.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Reads an archive line by line without ever holding more than one, and counts lines and bytes. */
public final class ArchiveLines {
    /** Room for a text of the greatest length with every character escaped, and for hundreds of its revisions. */
    public static final int MAX_LINE = 8 * 1024 * 1024;

    private final InputStream in;
    private long number;
    private long bytes;

    public ArchiveLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** The line last read, from 1. */
    public long number() {
        return number;
    }

    public long bytes() {
        return bytes;
    }

    /**
     * The next line, or nothing at the end.
     *
     * @throws LineProblem when it is too long or not UTF-8; the line after it can be read all the same
     */
    public Optional<String> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        boolean any = false;
        long length = 0;
        for (int read = in.read(); read >= 0; read = in.read()) {
            bytes++;
            any = true;
            if (read == '\n') {
                break;
            }
            if (++length <= MAX_LINE) {
                line.write(read);
            }
        }
        if (!any) {
            return Optional.empty();
        }
        number++;
        if (length > MAX_LINE) {
            throw new LineProblem("the line is longer than " + MAX_LINE + " bytes");
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(line.toByteArray()))
                    .toString());
        } catch (CharacterCodingException e) {
            throw new LineProblem("the line is not UTF-8");
        }
    }
}
