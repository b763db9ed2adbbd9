package dev.recalldesk.desk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.Profile;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileCacheTest {
    private final ProfileCache cache = new ProfileCache(2);

    @Test
    void dropsTheNumberNotAskedForLongest() {
        cache.put("+1", customer("a"));
        cache.put("+2", customer("b"));
        assertThat(cache.find("+1")).contains(customer("a"));
        cache.put("+3", customer("c"));

        assertThat(cache.find("+2")).isEmpty();
        assertThat(cache.find("+1")).contains(customer("a"));
    }

    @Test
    void forgetsANumber() {
        cache.put("+1", customer("a"));
        cache.forget("+1");

        assertThat(cache.find("+1")).isEmpty();
    }

    private static Customer customer(String id) {
        return new Customer(new Profile(id, Instant.EPOCH, Map.of()));
    }
}
