package dev.recalldesk.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.geometry.Rectangle2D;
import org.junit.jupiter.api.Test;

class WindowPlaceTest {
    private static final Rectangle2D MAIN = new Rectangle2D(0, 0, 1920, 1080);
    private static final Rectangle2D RIGHT = new Rectangle2D(1920, 0, 1600, 900);

    @Test
    void opensWhereItWas() {
        Rectangle2D before = new Rectangle2D(2000, 50, 1280, 800);

        assertThat(WindowPlace.clamp(before, List.of(MAIN, RIGHT))).isEqualTo(before);
    }

    @Test
    void comesBackToAScreenThatIsStillThere() {
        Rectangle2D onLostScreen = new Rectangle2D(2000, 50, 1280, 800);

        assertThat(MAIN.contains(WindowPlace.clamp(onLostScreen, List.of(MAIN))))
                .isTrue();
    }

    @Test
    void isNeverLargerThanTheScreenNorTooSmallToWorkIn() {
        assertThat(WindowPlace.clamp(new Rectangle2D(0, 0, 5000, 5000), List.of(RIGHT)))
                .isEqualTo(RIGHT);
        Rectangle2D small = WindowPlace.clamp(new Rectangle2D(10, 10, 20, 20), List.of(MAIN));
        assertThat(small.getWidth()).isEqualTo(WindowPlace.MIN_WIDTH);
        assertThat(small.getHeight()).isEqualTo(WindowPlace.MIN_HEIGHT);
    }

    @Test
    void aWindowRememberedWhileMinimisedIsVisibleAgain() {
        Rectangle2D minimised = new Rectangle2D(-32000, -32000, 1280, 800);

        assertThat(MAIN.contains(WindowPlace.clamp(minimised, List.of(MAIN, RIGHT))))
                .isTrue();
    }
}
