package dev.recalldesk.memory.local;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.NIOFSDirectory;

/**
 * Compares every byte of the index files, as the last commit left them, with their checksums. The files are read, not mapped:
 * mapped, the whole index would count as memory of this program from then on.
 */
final class IndexCheck {
    private final Path folder;
    private volatile boolean givenUp;

    IndexCheck(Path folder) {
        this.folder = folder;
    }

    long bytes() throws IOException {
        try (Directory directory = new NIOFSDirectory(folder)) {
            long bytes = 0;
            for (String file : files(directory)) {
                bytes += directory.fileLength(file);
            }
            return bytes;
        }
    }

    /**
     * Reads everything, which takes a second or so for a gigabyte. Fails when a file is not what was written; given up, with
     * the thread interrupted in the middle of a file, it finds nothing.
     */
    void run() throws IOException {
        try (Directory directory = new NIOFSDirectory(folder)) {
            for (String file : files(directory)) {
                if (givenUp) {
                    return;
                }
                check(directory, file);
            }
        } catch (IOException e) {
            if (!givenUp) {
                throw e;
            }
        }
    }

    private static Collection<String> files(Directory directory) throws IOException {
        return SegmentInfos.readLatestCommit(directory).files(true);
    }

    private void check(Directory directory, String file) throws IOException {
        try (IndexInput in = directory.openInput(file, IOContext.READONCE)) {
            long _ = CodecUtil.checksumEntireFile(in);
        } catch (FileNotFoundException | NoSuchFileException e) {
            // Merged into another while this was reading; that one was written just now.
        }
    }

    /** Ends soon, at once when the thread is interrupted too; what it then found does not count. */
    void giveUp() {
        givenUp = true;
    }
}
