package dev.recalldesk.memory.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestFewTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 100, 1_000, 2_000})
    void keepsWhatSortingAllWouldBringFirst(int most) {
        int[] scores = new Random(most).ints(1_000, 0, 50).toArray();
        Comparator<Integer> better =
                Comparator.<Integer>comparingInt(text -> -scores[text]).thenComparingInt(text -> text);
        BestFew few = new BestFew(most, better);
        IntStream.range(0, scores.length).forEach(few::offer);
        assertThat(few.sorted())
                .isEqualTo(IntStream.range(0, scores.length)
                        .boxed()
                        .sorted(better)
                        .limit(most)
                        .toList());
    }

    @Test
    void ofNothingIsNothing() {
        assertThat(new BestFew(3, Comparator.naturalOrder()).sorted()).isEmpty();
    }
}
