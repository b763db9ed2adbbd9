package dev.recalldesk.app;

import dev.recalldesk.ui.Buttons;
import dev.recalldesk.ui.Rows;
import dev.recalldesk.ui.Text;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What the agent sees of a defect in the program: a sentence, a short code, and details that can be copied. */
final class ErrorReport extends VBox {
    private final String details;

    ErrorReport(Throwable problem, Runnable close) {
        details = details(problem);
        setId("error-report");
        getStyleClass().addAll("error-report", "float");
        TextArea area = new TextArea(details);
        area.setEditable(false);
        area.setAccessibleText(Text.get("error.details"));
        getChildren()
                .addAll(
                        Rows.wrapped(Text.get("error.title"), "title"),
                        Rows.wrapped(Text.get("error.sentence", code(problem)), "muted"),
                        Rows.grow(area),
                        Rows.row(
                                "acts-row",
                                Buttons.plain("error-copy", Text.get("error.copy"), Feather.COPY, this::copy),
                                Buttons.primary("error-close", Text.get("error.close"), close)));
    }

    /** A code that is the same for the same defect: the kind of problem and the place it came from. */
    static String code(Throwable problem) {
        StackTraceElement[] trace = problem.getStackTrace();
        String place = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getLineNumber();
        int hash = (problem.getClass().getName() + place).hashCode();
        return "RD-" + String.format(Locale.ROOT, "%08X", hash).substring(0, 5);
    }

    private static String details(Throwable problem) {
        StringWriter text = new StringWriter();
        problem.printStackTrace(new PrintWriter(text, true));
        return code(problem) + "\n" + text;
    }

    private void copy() {
        Copying.copy(details);
    }
}
