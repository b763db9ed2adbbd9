package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShortcutTest {
    @Test
    void everyCombinationIsUnique() {
        assertThat(Arrays.stream(Shortcut.values()).map(Shortcut::combination)).doesNotHaveDuplicates();
    }

    @Test
    void everyShortcutIsDescribed() {
        assertThat(Shortcut.values()).allSatisfy(shortcut -> {
            assertThat(shortcut.description()).isNotBlank();
            assertThat(shortcut.keys()).isNotBlank();
        });
    }

    @Test
    void keysAreWrittenAsPeopleReadThem() {
        assertThat(Keys.written("Shortcut+Shift+Enter")).endsWith("↵").doesNotContain("+");
    }

    @Test
    void aDisplayNeedsAName() {
        assertThat(Display.named(Map.of())).isFalse();
        assertThat(Display.named(Map.of("DISPLAY", ""))).isFalse();
        assertThat(Display.named(Map.of("DISPLAY", ":0"))).isTrue();
        assertThat(Display.named(Map.of("WAYLAND_DISPLAY", "wayland-0"))).isTrue();
    }
}
