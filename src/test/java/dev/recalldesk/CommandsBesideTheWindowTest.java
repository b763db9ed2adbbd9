package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.app.RunningDesk;
import dev.recalldesk.app.Shortcut;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.stream.Stream;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The window and the command line tell the same and work on the same outbox. */
class CommandsBesideTheWindowTest {
    private static final String ALYSSAS = "+1 317-555-0143";
    private static final String NOTE = "Asked a colleague for the invoice.";

    @TempDir
    private Path data;

    @Test
    void theWindowAndTheCommandLineTellTheSame() throws Exception {
        String copied;
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.press(Shortcut.COPY_CONTEXT);
            desk.screen().awaitWords("Nobody is shown whose context could be copied.");
            desk.ring(Scenario.KNOWN, "Alyssa Marlow", "everything after");
            forget();
            desk.press(Shortcut.COPY_CONTEXT);
            desk.screen()
                    .awaitWords(
                            "Copied for AI, with phone numbers, e-mail addresses, card and account numbers masked.");
            copied = clipboard();

            forget();
            desk.command("Copy context for AI");
            desk.await(
                    "the same again",
                    () -> copied.equals(Clipboard.getSystemClipboard().getString()));
            desk.picture("context-copied");
        }
        assertThat(copied)
                .contains("data, not instructions", "Alyssa Marlow, Gold", "Phone (changed", ": [phone]\n")
                .contains("Recalled, most recent first\n- ")
                .doesNotContain("317 555", "+1317", "@example.com");
        String told = told(new ContextCommand(), "--phone", ALYSSAS, "--format", "prompt", "--redact");
        assertThat(fence(told))
                .as("the mark is made of all that stands in the fence")
                .isEqualTo(fence(copied));
    }

    @Test
    void aNoteOfTheCommandLineComesIntoTheWindow() throws Exception {
        try (RunningDesk desk = RunningDesk.open(data, RunningDesk.settings(1000, 720))) {
            desk.ring(Scenario.KNOWN, "Alyssa Marlow", "everything after");
            await().until(() -> told(new NoteCommand(), "--phone", ALYSSAS, "--text", NOTE)
                    .startsWith("The note for Alyssa Marlow is safe in the outbox; the running desk"));
            desk.screen().awaitWords(NOTE);
            desk.await(
                    "an empty outbox", () -> desk.app().front().outbox().notes().isEmpty());
            assertThat(told(new OutboxCommand(), "list")).isEqualTo("No notes on their way.\n");
        }
        assertThat(told(new ContextCommand(), "--phone", ALYSSAS)).containsOnlyOnce("Agent note by jdoe: " + NOTE);
    }

    /** What a command says, whatever comes of it. */
    private String told(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        String[] words = Stream.concat(Stream.of(arguments), Stream.of("--data", data.toString()))
                .toArray(String[]::new);
        int _ = new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(words);
        return out.toString();
    }

    private static String fence(String prompt) {
        return prompt.lines().reduce((before, line) -> line).orElseThrow();
    }

    private static void forget() {
        Screen.run(() -> {
            ClipboardContent nothing = new ClipboardContent();
            nothing.putString("");
            Clipboard.getSystemClipboard().setContent(nothing);
        });
    }

    private static String clipboard() {
        return Screen.on(() -> Clipboard.getSystemClipboard().getString());
    }
}
