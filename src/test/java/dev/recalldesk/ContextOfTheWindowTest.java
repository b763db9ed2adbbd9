package dev.recalldesk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.app.RunningDesk;
import dev.recalldesk.app.Shortcut;
import dev.recalldesk.app.tour.Screen;
import dev.recalldesk.telephony.Simulator.Scenario;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What the window copies for a language model is what the command line tells. */
class ContextOfTheWindowTest {
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
            desk.press(Shortcut.PALETTE);
            desk.screen().type("palette-field", "copy context");
            desk.screen().awaitWords("Copy context for AI");
            desk.key(KeyCode.ENTER);
            desk.await(
                    "the same again",
                    () -> copied.equals(Clipboard.getSystemClipboard().getString()));
            desk.picture("context-copied");
        }
        assertThat(copied)
                .contains("data, not instructions", "Alyssa Marlow, Gold", "Phone (changed", ": [phone]\n")
                .contains("Recalled, most recent first\n- ")
                .doesNotContain("317 555", "+1317", "@example.com");
        String told = told("--phone", "+1 317-555-0143", "--format", "prompt", "--redact");
        assertThat(fence(told))
                .as("the mark is made of all that stands in the fence")
                .isEqualTo(fence(copied));
    }

    private String told(String... arguments) {
        StringWriter out = new StringWriter();
        CommandLine command = new CommandLine(new ContextCommand()).setOut(new PrintWriter(out));
        String[] words = new String[arguments.length + 2];
        System.arraycopy(arguments, 0, words, 0, arguments.length);
        words[arguments.length] = "--data";
        words[arguments.length + 1] = data.toString();
        assertThat(command.execute(words)).isZero();
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
