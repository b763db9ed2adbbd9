package dev.recalldesk.notes;

import dev.recalldesk.ui.Text;
import javafx.scene.TraversalDirection;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;

/**
 * The field in which the note is typed. It follows the model by the smallest change, so that undo and the caret survive an
 * insertion, and forgets its undo history when the encounter changes: one customer's words must not come back in another's
 * note.
 */
final class NoteEditor extends StackPane {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);
    private final NoteArea area = new NoteArea();
    private final NoteViewModel model;
    private final Runnable leave;
    private boolean following;

    NoteEditor(NoteViewModel model, Runnable leave) {
        this.model = model;
        this.leave = leave;
        getStyleClass().add("note-editor");
        area.setId("note-text");
        area.setPromptText(Text.get("notes.prompt"));
        area.accessibleTextProperty().bind(accessibleTextProperty());
        getChildren().add(area);
        model.pageProperty().subscribe(page -> follow(() -> area.setText("")));
        model.textProperty().subscribe(text -> follow(() -> replace(text)));
        area.textProperty().subscribe(this::typed);
        area.caretPositionProperty().subscribe(at -> moved(at.intValue()));
        model.caretProperty().subscribe(at -> follow(() -> area.positionCaret(at.intValue())));
        area.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    @Override
    public void requestFocus() {
        area.requestFocus();
    }

    private void typed(String text) {
        if (!following) {
            model.textProperty().set(text);
        }
    }

    private void moved(int at) {
        if (!following) {
            model.caretProperty().set(at);
        }
    }

    private void follow(Runnable change) {
        if (following) {
            return;
        }
        following = true;
        try {
            change.run();
        } finally {
            following = false;
        }
    }

    private void replace(String wanted) {
        String now = area.getText();
        int shorter = Math.min(now.length(), wanted.length());
        int start = 0;
        while (start < shorter && now.charAt(start) == wanted.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start
                && now.charAt(now.length() - 1 - end) == wanted.charAt(wanted.length() - 1 - end)) {
            end++;
        }
        if (start + end < Math.max(now.length(), wanted.length())) {
            area.replaceText(start, now.length() - end, wanted.substring(start, wanted.length() - end));
        }
    }

    private void pressed(KeyEvent event) {
        if (SAVE.match(event)) {
            model.save();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            leave.run();
        } else if (event.getCode() == KeyCode.TAB && !event.isControlDown()) {
            area.requestFocusTraversal(event.isShiftDown() ? TraversalDirection.PREVIOUS : TraversalDirection.NEXT);
        } else {
            return;
        }
        event.consume();
    }
}
