package dev.recalldesk.calls;

import dev.recalldesk.desk.Encounter;
import dev.recalldesk.ui.Banner;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.FailureWords;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.time.ZoneId;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The middle pane while nobody is known: what was searched, and the ways on. UI thread. */
public final class UnknownCallerView extends StackPane {
    private final String store;
    private final ZoneId zone;
    private final Runnable note;
    private final Label title = Rows.wrapped("", "name");
    private final Label sentence = Rows.wrapped("", "muted");
    private final Button copy;
    private final Banner unanswered;
    private final CreateForm createForm;
    private final FindForm findForm;
    private final Section create;
    private final Section find;
    private boolean canCreate;
    private String opened = "";

    /**
     * @param store the name of the memory store
     * @param zone in which times are told
     * @param note puts the focus into the note
     */
    public UnknownCallerView(UnknownCallerViewModel model, String store, ZoneId zone, Runnable note) {
        this.store = store;
        this.zone = zone;
        this.note = note;
        setId("unknown-caller");
        getStyleClass().add("unknown-caller");
        copy = Buttons.icon("unknown-copy", Feather.COPY, Text.get("unknown.copy"), this::copyNumber);
        unanswered = new Banner(
                Banner.Kind.WARNING,
                "",
                Text.get("unknown.unanswered.rest"),
                Buttons.plain("unknown-retry", Text.get("unknown.retry"), Feather.REFRESH_CW, model::retry));
        createForm = new CreateForm(model);
        findForm = new FindForm(model);
        create = new Section(
                "unknown-create",
                Feather.USER_PLUS,
                Text.get("unknown.create"),
                Text.get("unknown.create.sentence"),
                "C",
                createForm,
                this::openCreate);
        find = new Section(
                "unknown-find",
                Feather.SEARCH,
                Text.get("unknown.find"),
                Text.get("unknown.find.sentence"),
                "F",
                findForm,
                this::openFind);
        Section noted = new Section(
                "unknown-note",
                Feather.FILE_TEXT,
                Text.get("unknown.note"),
                Text.get("unknown.note.sentence"),
                "N",
                new VBox(),
                note);
        VBox words = Rows.column("gap-4", title, sentence);
        Node head = Rows.row("unknown-head", Rows.grow(words), copy);
        VBox ways = Rows.column("gap-4", create, find, noted);
        ScrollPane scroll =
                new ScrollPane(Rows.column("unknown-content", head, unanswered, ways, new FoundList(model)));
        scroll.setFitToWidth(true);
        scroll.setFocusTraversable(false);
        getChildren().add(scroll);
        model.stateProperty().subscribe(this::show);
        model.searchProperty().subscribe(search -> {
            Rows.show(ways, !(search instanceof Search.Found));
            if (search instanceof Search.Linking || search instanceof Search.FindFailed) {
                create.open(false);
                find.open(true);
            }
        });
    }

    /**
     * Does what the letter on a way says; for a key pressed while no text field has the focus.
     *
     * @return whether the letter means something here now
     */
    public boolean letter(String letter) {
        return switch (letter.toUpperCase(Locale.ROOT)) {
            case "C" -> canCreate && run(this::openCreate);
            case "F" -> find.isVisible() && run(this::openFind);
            case "N" -> run(note);
            default -> false;
        };
    }

    private static boolean run(Runnable action) {
        action.run();
        return true;
    }

    private void openCreate() {
        create.open(true);
        find.open(false);
        createForm.focusFirst();
    }

    private void openFind() {
        create.open(false);
        find.open(true);
        findForm.focusFirst();
    }

    private void show(UnknownCallerViewModel.State state) {
        switch (state) {
            case UnknownCallerViewModel.State.Closed() -> {
                arrange(false, false, false);
                openFirst("");
            }
            case UnknownCallerViewModel.State.Nobody nobody -> {
                title.setText(nobody.encounter().caller().number());
                sentence.setText(searched(nobody));
                find.say(Text.get("unknown.find.sentence"));
                arrange(true, true, false);
                openFirst("nobody " + nobody.encounter().key());
            }
            case UnknownCallerViewModel.State.Withheld withheld -> {
                title.setText(Text.get("calls.withheld"));
                sentence.setText(Text.get("unknown.withheld.sentence"));
                find.say(Text.get("unknown.find.sentence.withheld"));
                arrange(false, true, false);
                openFirst("withheld " + withheld.encounter().key());
            }
            case UnknownCallerViewModel.State.Unanswered failed -> {
                title.setText(CallWords.number(failed.encounter()));
                sentence.setText(Text.get("unknown.unanswered.sentence", store));
                String help = FailureWords.help(failed.failure(), zone);
                unanswered.say(FailureWords.cause(failed.failure()), help + " " + Text.get("unknown.unanswered.rest"));
                arrange(false, false, true);
                openFirst("unanswered " + failed.encounter().key());
            }
        }
    }

    /** Opens the first way when another call or another answer comes, and leaves alone what the agent opened. */
    private void openFirst(String now) {
        if (!now.equals(opened)) {
            opened = now;
            create.open(canCreate);
            find.open(!canCreate && find.isVisible());
        }
    }

    private void arrange(boolean creating, boolean finding, boolean failed) {
        canCreate = creating;
        Rows.show(create, creating);
        Rows.show(find, finding);
        Rows.show(unanswered, failed);
        Rows.show(copy, creating || failed);
    }

    private String searched(UnknownCallerViewModel.State.Nobody nobody) {
        Encounter call = nobody.encounter();
        String where = CallWords.country(call.caller())
                .map(country -> Text.get("unknown.where", nobody.searchedAs(), country))
                .orElse(nobody.searchedAs());
        return call.timing().lookup() == null
                ? Text.get("unknown.searched", store, where)
                : Text.get(
                        "unknown.searched.in",
                        store,
                        where,
                        Long.toString(call.timing().lookup().toMillis()));
    }

    private void copyNumber() {
        ClipboardContent content = new ClipboardContent();
        content.putString(title.getText());
        boolean _ = Clipboard.getSystemClipboard().setContent(content);
    }
}
