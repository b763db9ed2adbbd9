package dev.recalldesk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.connection.Limits;
import dev.recalldesk.connection.Limits.Limit;
import dev.recalldesk.desk.Settings;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How long accounts are waited for, as it is written by hand. */
class LimitsFormTest {
    private final List<Limits> kept = new ArrayList<>();
    private final SettingsViewModel model =
            new SettingsViewModel(Settings.DEFAULT, changed -> kept.add(changed.limits()));
    private final LimitsForm form = model.limits();

    @ParameterizedTest
    @EnumSource
    void whatIsWithinItsRangeHoldsAtOnce(Limit limit) {
        for (int legal : List.of(limit.least(), limit.most())) {
            form.writtenProperty(limit).set(" " + legal + " ");
            assertThat(form.wrongProperty(limit).get()).isFalse();
            assertThat(model.now().limits().of(limit)).isEqualTo(legal);
            assertThat(kept.getLast()).isEqualTo(Limits.USUAL.with(limit, legal));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatItCannotBeChangesNothing(Limit limit) {
        List<String> wrong = List.of(
                "",
                "0",
                "-1",
                "1.5",
                "two",
                "1e1",
                String.valueOf(limit.least() - 1),
                String.valueOf(limit.most() + 1),
                "99999999999");
        for (String text : wrong) {
            form.writtenProperty(limit).set(text);
            assertThat(form.wrongProperty(limit).get()).as(text).isTrue();
        }
        assertThat(model.now()).isEqualTo(Settings.DEFAULT);
        assertThat(kept).isEmpty();
    }

    @Test
    void theUsualTakesThePlaceOfWhateverIsWritten() {
        form.writtenProperty(Limit.LOOKUP).set("9");
        form.writtenProperty(Limit.WRITE).set("soon");
        form.usual();
        assertThat(form.writtenProperty(Limit.LOOKUP).get()).isEqualTo("3");
        assertThat(form.writtenProperty(Limit.WRITE).get()).isEqualTo("10");
        assertThat(form.wrongProperty(Limit.WRITE).get()).isFalse();
        assertThat(model.now()).isEqualTo(Settings.DEFAULT);
    }
}
