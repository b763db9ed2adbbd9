package dev.recalldesk.memory.local;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps a data folder to one process. The operating system frees the lock even after a crash. */
final class FolderLock implements AutoCloseable {
    private final FileChannel channel;

    private FolderLock(FileChannel channel) {
        this.channel = channel;
    }

    /** Takes the folder, making it when it is not there. */
    static FolderLock take(Path folder) throws IOException {
        try {
            Files.createDirectories(folder);
            return lock(folder);
        } catch (IOException e) {
            throw StorageTrouble.whileOpening(folder, e);
        }
    }

    private static FolderLock lock(Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(folder.resolve("in-use"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(channel);
            }
        } catch (OverlappingFileLockException e) {
            // This very process holds it through another account: as much in use as by another process.
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        channel.close();
        throw new DataFolderInUse(folder);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
