package dev.recalldesk.desk;

import dev.recalldesk.memory.local.LocalAccount;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;

/** Saves notes one after the other and says so after each, until it is killed. */
final class OutboxCrashChild {
    private static final int NOTES = 40;
    private static final Duration BRIEF = Duration.ofMillis(10);
    static final Pace PACE = new Pace(Duration.ZERO, BRIEF, BRIEF, BRIEF, Duration.ofHours(1));

    private OutboxCrashChild() {}

    /** @param args data folder, store, customer, and the beginning of every note */
    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        try (PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
                LocalAccount account = LocalAccount.open(folder.resolve("memory"), "US", InstantSource.system());
                DeskStore store = DeskStore.open(folder.resolve("desk.db"));
                Outbox outbox = new Outbox(store, args[1], account.open(args[1]), PACE, InstantSource.system())) {
            outbox.start();
            for (int number = 0; number < NOTES; number++) {
                String content = args[3] + number;
                outbox.save(new NewNote("sim:1", args[2], "Ada", content, "agent.jdoe", null));
                out.println(content);
            }
            int ignored = System.in.read();
            out.println(ignored);
        }
    }
}
