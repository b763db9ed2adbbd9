package dev.recalldesk.server;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.memory.v1.Profile;
import com.twilio.rest.memory.v1.ProfileCreator;
import com.twilio.rest.memory.v1.ProfileReader;
import com.twilio.rest.memory.v1.StoreReader;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The official library, pointed at a served memory of its own. */
abstract class TwilioLibrary {
    static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final ZonedDateTime NOON = ZonedDateTime.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    Served served;
    TwilioRestClient twilio;

    @BeforeEach
    void serve() throws Exception {
        served = new Served(folder);
        twilio = served.twilio();
    }

    @AfterEach
    void stop() {
        served.close();
    }

    String store() {
        return served.account().createStore("Harbor-Tools", "").id();
    }

    String customer(String store, String phone) {
        return new ProfileCreator(
                        store,
                        new Profile.ProfileData.Builder()
                                .traits(Map.of("Contact", Map.of("phone", phone, "firstName", "Ada")))
                                .build())
                .create(twilio)
                .getId();
    }

    static <T> List<T> all(Iterable<T> pages) {
        List<T> all = new ArrayList<>();
        pages.forEach(all::add);
        return all;
    }

    List<String> stores() {
        return all(new StoreReader().setPageSize(1).read(twilio)).stream()
                .flatMap(page -> page.getStores().stream())
                .toList();
    }

    List<String> profiles(String store) {
        return all(new ProfileReader(store).setPageSize(1).read(twilio)).stream()
                .flatMap(page -> page.getProfiles().stream())
                .toList();
    }
}
