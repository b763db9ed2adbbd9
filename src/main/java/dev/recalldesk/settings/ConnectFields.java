package dev.recalldesk.settings;

import dev.recalldesk.connection.Connection.Colour;
import dev.recalldesk.connection.Connection.Dialect;
import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Icon;
import dev.recalldesk.ui.Nodes;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Segmented;
import dev.recalldesk.ui.Text;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is written about a connection: what it needs, and behind a button what it seldom needs. */
final class ConnectFields extends VBox {
    private final ConnectForm form;
    private final Runnable enter;
    private final TextField user;
    private final TextField address;

    /** @param enter what Enter does in a field */
    ConnectFields(ConnectForm form, Runnable enter) {
        this.form = form;
        this.enter = enter;
        getStyleClass().add("connect-fields");
        user = text("connect-user", "connect.user", new TextField(), form.userProperty());
        address = text("connect-address", "connect.address", new TextField(), form.addressProperty());
        address.setPromptText("us1");
        TextField name = text("connect-name", "connect.name", new TextField(), form.nameProperty());
        name.setPromptText(Text.get("connect.name.prompt"));
        TextField secret = text("connect-secret", "connect.secret", new PasswordField(), form.secretProperty());
        secret.setPromptText(form.secretKept() ? Text.get("connect.secret.kept") : "");
        FlowPane needed = row(
                field(user, "connect.user", "connect.user.about", ConnectForm.Wrong.USER, "connect.user.wrong"),
                field(
                        secret,
                        "connect.secret",
                        "connect.secret.about",
                        ConnectForm.Wrong.SECRET,
                        "connect.secret.wrong"),
                field(name, "connect.name", "connect.name.about", null, null),
                field(
                        address,
                        "connect.address",
                        "connect.address.about",
                        ConnectForm.Wrong.ADDRESS,
                        "connect.address.wrong"));
        FlowPane more = more();
        Rows.show(more, false);
        getChildren().addAll(needed, moreButton(more), more);
        form.wrongProperty().subscribe(wrong -> {
            if (wrong == ConnectForm.Wrong.REGION || wrong == ConnectForm.Wrong.AGENT_NAME) {
                Rows.show(more, true);
            }
        });
    }

    void focusUser() {
        user.requestFocus();
        user.selectAll();
    }

    void focusAddress() {
        address.requestFocus();
        address.selectAll();
    }

    private Button moreButton(FlowPane more) {
        Button button =
                Buttons.flat("connect-more", Text.get("connect.more"), () -> Rows.show(more, !more.isVisible()));
        button.getStyleClass().add("compact");
        Icon arrow = new Icon(Feather.CHEVRON_RIGHT, "small");
        button.setGraphic(arrow);
        more.visibleProperty().subscribe(open -> {
            arrow.show(open ? Feather.CHEVRON_DOWN : Feather.CHEVRON_RIGHT);
            button.setAccessibleText(Text.get(open ? "connect.more.open" : "connect.more.closed"));
        });
        return button;
    }

    private FlowPane more() {
        TextField region = text("connect-region", "settings.region", new TextField(), form.homeRegionProperty());
        region.setPromptText(Text.get("connect.asInSettings"));
        TextField agent = text("connect-agent", "settings.name", new TextField(), form.agentNameProperty());
        agent.setPromptText(Text.get("connect.asInSettings"));
        Segmented<Colour> colour = new Segmented<>(
                "connect-colour", Text.get("connect.colour"), List.of(Colour.values()), ConnectFields::word);
        colour.valueProperty().bindBidirectional(form.colourProperty());
        Segmented<Dialect> dialect = new Segmented<>(
                "connect-dialect", Text.get("connect.dialect"), List.of(Dialect.values()), ConnectFields::word);
        dialect.valueProperty().bindBidirectional(form.dialectProperty());
        return row(
                field(
                        region,
                        "settings.region",
                        "connect.region.about",
                        ConnectForm.Wrong.REGION,
                        "settings.region.wrong"),
                field(
                        agent,
                        "settings.name",
                        "connect.agent.about",
                        ConnectForm.Wrong.AGENT_NAME,
                        "settings.name.wrong"),
                column(Rows.label(Text.get("connect.colour"), "strong"), colour, about("connect.colour.about")),
                column(Rows.label(Text.get("connect.dialect"), "strong"), dialect, about("connect.dialect.about")));
    }

    private static String word(Colour colour) {
        return switch (colour) {
            case NONE -> Text.get("connect.colour.none");
            case BLUE -> Text.get("connect.colour.blue");
            case GREEN -> Text.get("connect.colour.green");
            case AMBER -> Text.get("connect.colour.amber");
            case RED -> Text.get("connect.colour.red");
            case VIOLET -> Text.get("connect.colour.violet");
        };
    }

    private static String word(Dialect dialect) {
        return switch (dialect) {
            case AUTOMATIC -> Text.get("connect.dialect.automatic");
            case CURRENT -> Text.get("connect.dialect.current");
            case OLDER -> Text.get("connect.dialect.older");
        };
    }

    private static FlowPane row(Node... fields) {
        FlowPane row = new FlowPane(fields);
        row.getStyleClass().add("connect-row");
        return row;
    }

    private TextField text(String id, String name, TextField field, StringProperty typed) {
        field.setId(id);
        field.setAccessibleText(Text.get(name));
        field.textProperty().bindBidirectional(typed);
        field.setOnAction(pressed -> enter.run());
        return field;
    }

    private VBox field(
            TextField field, String name, String about, ConnectForm.@Nullable Wrong wrong, @Nullable String wrongKey) {
        Label title = Rows.label(Text.get(name), "strong");
        title.setLabelFor(field);
        Label below = about(about);
        form.wrongProperty().subscribe(now -> {
            boolean bad = wrong != null && now == wrong && wrongKey != null;
            below.setText(bad && wrongKey != null ? Text.get(wrongKey) : Text.get(about));
            Nodes.style(below, "danger-word", bad);
            Nodes.style(field, "wrong", bad);
            if (bad) {
                field.requestFocus();
            }
        });
        return column(title, field, below);
    }

    private static Label about(String key) {
        return Rows.wrapped(Text.get(key), "meta");
    }

    private static VBox column(Node... nodes) {
        return Rows.column("connect-field", nodes);
    }
}
