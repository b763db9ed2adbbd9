package dev.recalldesk.app;

import dev.recalldesk.ui.Text;
import org.kordamp.ikonli.feather.Feather;

/**
 * One line of the palette.
 *
 * @param detail said quietly behind the title; may be empty
 * @param keys the keys that do the same; may be empty
 * @param action what choosing it does, on the UI thread
 */
public record PaletteItem(Group group, Feather icon, String title, String detail, String keys, Runnable action) {
    /** The parts of the list, in their order. */
    public enum Group {
        CUSTOMERS("palette.customers"),
        COMMANDS("palette.commands"),
        STORES("palette.stores"),
        MEMORY("palette.memory");

        private final String key;

        Group(String key) {
            this.key = key;
        }

        public String title() {
            return Text.get(key);
        }
    }
}
