package dev.recalldesk.server;

import com.twilio.http.TwilioRestClient;
import com.twilio.rest.memory.v1.Operation;
import com.twilio.rest.memory.v1.OperationFetcher;
import com.twilio.rest.memory.v1.Profile;
import com.twilio.rest.memory.v1.ProfileCreator;
import com.twilio.rest.memory.v1.ProfileReader;
import com.twilio.rest.memory.v1.Store;
import com.twilio.rest.memory.v1.StoreCreator;
import com.twilio.rest.memory.v1.StoreDeleter;
import com.twilio.rest.memory.v1.StoreReader;
import java.nio.file.Path;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The official library, pointed at a memory without stores that is served somewhere. */
abstract class TwilioLibrary {
    static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final ZonedDateTime NOON = ZonedDateTime.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path folder;

    Caller caller;
    TwilioRestClient twilio;

    @BeforeEach
    void call() throws Exception {
        caller = server();
        twilio = caller.twilio();
    }

    /** The server to be called; a fresh one within this program unless somebody knows a better one. */
    Caller server() throws Exception {
        return new Served(folder);
    }

    @AfterEach
    void leave() {
        stores().forEach(store -> new StoreDeleter(store).delete(twilio));
        caller.close();
    }

    String store() {
        return store("Harbor-Tools");
    }

    String store(String name) {
        return operation(new StoreCreator(new Store.ServiceRequest.Builder(name).build())
                        .create(twilio)
                        .getStatusUrl()
                        .toString())
                .getResult()
                .getId();
    }

    Operation.FetchOperationResponse operation(String statusUrl) {
        return new OperationFetcher(statusUrl.substring(statusUrl.lastIndexOf('/') + 1)).fetch(twilio);
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
