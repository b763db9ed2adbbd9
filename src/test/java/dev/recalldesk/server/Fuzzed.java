package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.NewObservation;
import dev.recalldesk.memory.NewSummary;
import dev.recalldesk.memory.ObservationFilter;
import dev.recalldesk.memory.PageRequest;
import dev.recalldesk.memory.TraitValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** One server for many requests nobody would send on purpose, and what must hold for the answer to each. */
final class Fuzzed implements AutoCloseable {
    static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path folder;
    private final Served served;
    final String store;
    final String customer;
    final String other;
    final String observation;

    Fuzzed() {
        try {
            folder = Files.createTempDirectory("fuzzed");
            served = new Served(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String id = served.account().createStore("Harbor-Tools", "").id();
        Memory memory = served.account().open(id);
        store = "/v1/Stores/" + id;
        customer = customer(memory, "+12065550119", "varnish");
        other = customer(memory, "+12065550120", "anchor");
        observation = customer + "/Observations/"
                + memory.observations(
                                customer.substring(customer.lastIndexOf('/') + 1),
                                ObservationFilter.NONE,
                                PageRequest.first(1))
                        .items()
                        .getFirst()
                        .id();
    }

    private String customer(Memory memory, String phone, String thing) {
        String profile = memory.createProfile(Map.of("Contact", Map.of("phone", TraitValue.of(phone))));
        for (int i = 0; i < 3; i++) {
            memory.addObservations(
                    profile,
                    List.of(new NewObservation(
                            "Barrel " + i + " of " + thing + ".", "agent", Instant.now(), List.of(TALK))));
        }
        memory.addSummaries(profile, List.of(new NewSummary(TALK, "All about " + thing + ".", null, Instant.now())));
        return store + "/Profiles/" + profile;
    }

    /** Where something may be sent to, with the method that is meant there. */
    List<String> routes() {
        String control = "/v1/ControlPlane/Stores";
        String id = store.substring("/v1/Stores/".length());
        return List.of(
                "POST " + control,
                "PATCH " + control + "/" + id,
                "POST " + control + "/" + id + "/TraitGroups",
                "PATCH " + control + "/" + id + "/TraitGroups/Contact",
                "PUT " + control + "/" + id + "/IdentityResolutionSettings",
                "POST " + control + "/" + id + "/DataMappings",
                "POST " + store + "/Profiles/Imports",
                "POST " + store + "/Profiles",
                "PUT " + store + "/Profiles/Bulk",
                "POST " + store + "/Profiles/Lookup",
                "PATCH " + customer,
                "POST " + customer + "/Identifiers",
                "PATCH " + customer + "/Identifiers/phone",
                "POST " + customer + "/Observations",
                "PATCH " + observation,
                "POST " + customer + "/ConversationSummaries",
                "POST " + customer + "/Recall",
                "POST /v1/Services",
                "POST " + customer.replace("Stores", "Services") + "/Observations",
                "POST " + customer.replace("Stores", "Services") + "/Recall");
    }

    /** Lists, and what they may be asked for. */
    List<String> lists() {
        return List.of(
                "/v1/ControlPlane/Stores",
                "/v1/Services",
                "/v1/ControlPlane/Stores/" + store.substring("/v1/Stores/".length()) + "/DataMappings",
                store + "/Profiles/Imports",
                store + "/Profiles",
                customer,
                customer + "/Traits",
                customer + "/Identifiers",
                customer + "/Observations",
                customer + "/ConversationSummaries",
                observation + "/Revisions");
    }

    /** The answer, which is none of a failed server. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> answer;
        try {
            answer = served.send(request.timeout(PATIENCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 499);
        if (answer.statusCode() >= 400) {
            assertThat(Served.json(answer).propertyNames())
                    .containsExactlyInAnyOrder("code", "message", "more_info", "status");
        }
        return answer;
    }

    HttpResponse<String> send(String route, byte[] body, String... headers) {
        String[] parts = route.split(" ", 2);
        HttpRequest.Builder request =
                served.request(parts[1]).method(parts[0], HttpRequest.BodyPublishers.ofByteArray(body));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    HttpResponse<String> get(String path) {
        return send(served.request(path));
    }

    /** What becomes of an import of this file, which has at least one byte. */
    String imported(byte[] file) {
        String imports = store + "/Profiles/Imports";
        HttpResponse<String> announced = send("POST " + imports, Bodies.announcement(file.length));
        assertThat(announced.statusCode()).as(announced.body()).isEqualTo(201);
        JsonNode made = Served.json(announced);
        HttpResponse<String> brought =
                send(HttpRequest.newBuilder(URI.create(made.get("url").stringValue()))
                        .PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
        assertThat(brought.statusCode()).as(brought.body()).isEqualTo(200);
        String address = imports + "/" + made.get("importId").stringValue();
        return await().atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(
                        () -> Served.json(get(address)).get("status").stringValue(),
                        status -> status.equals("COMPLETED") || status.equals("FAILED"));
    }

    /** Whether it can be written as an address at all. */
    boolean sendable(String path) {
        try {
            return URI.create(served.address() + path).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        served.close();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
