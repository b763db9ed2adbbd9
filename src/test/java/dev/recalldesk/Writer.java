package dev.recalldesk;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes to a served memory until it dies, and remembers what was accepted. Confined to one thread at a time. */
final class Writer {
    private static final String TALK = "conv_conversation_01jbaaaaaaaaaaaaaaaaaaaaaa";
    private static final int AT_ONCE = 10;
    private static final Pattern ITEM =
            Pattern.compile("\"id\":\"(mem_observation_[0-9a-z]{26})\",\"content\":\"([^\"]*)\"");

    private final int number;
    private final String customer;
    private final String counter;
    private final Set<String> added = new HashSet<>();
    private final Set<String> deleted = new HashSet<>();
    private final Set<String> summed = new HashSet<>();
    private final Set<String> corrected = new HashSet<>();
    private int accepted;
    private int count;

    /** @param counter the id of an observation nobody else corrects */
    Writer(int number, String customer, String counter) {
        this.number = number;
        this.customer = customer;
        this.counter = counter;
    }

    static String counter(int number, int count) {
        return "counter of " + number + ": " + count;
    }

    /** @param all counted down with the first answer */
    void writeUntilItDies(ServingChild child, int life, CountDownLatch all) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int round = 0; ; round++) {
                String name = "note " + life + "/" + number + "/" + round;
                add(http, child, name);
                if (round == 0) {
                    all.countDown();
                }
                correct(http, child);
                summarise(http, child, "summary " + name);
                if (round % 3 == 0) {
                    delete(http, child, name);
                }
            }
        } catch (IOException e) {
            // It died.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Several at once, so that the index has much to learn and is killed in the middle of keeping it. */
    private void add(HttpClient http, ServingChild child, String first) throws IOException, InterruptedException {
        List<String> contents = new ArrayList<>(List.of(first));
        for (int more = 1; more < AT_ONCE; more++) {
            contents.add(first + " and " + more);
        }
        String items = contents.stream()
                .map(content ->
                        "{\"content\":\"" + content + "\",\"source\":\"a\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}")
                .collect(Collectors.joining(","));
        write(
                http,
                child.request(customer + "/Observations")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"observations\":[" + items + "]}")));
        added.addAll(contents);
    }

    private void correct(HttpClient http, ServingChild child) throws IOException, InterruptedException {
        String next = counter(number, ++count);
        write(
                http,
                child.request(customer + "/Observations/" + counter)
                        .method("PATCH", HttpRequest.BodyPublishers.ofString("{\"content\":\"" + next + "\"}")));
        corrected.add(next);
    }

    private void summarise(HttpClient http, ServingChild child, String content)
            throws IOException, InterruptedException {
        write(
                http,
                child.request(customer + "/ConversationSummaries")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"summaries\":[{\"content\":\"" + content
                                + "\",\"conversationId\":\"" + TALK
                                + "\",\"occurredAt\":\"2026-03-02T12:00:00Z\"}]}")));
        summed.add(content);
    }

    private void delete(HttpClient http, ServingChild child, String content) throws IOException, InterruptedException {
        String page = http.send(
                        child.request(customer + "/Observations?pageSize=50").build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();
        Matcher items = ITEM.matcher(page);
        while (items.find()) {
            if (items.group(2).equals(content)) {
                // Asked for is not yet done: until it is accepted nobody knows whether it is there.
                added.remove(content);
                write(
                        http,
                        child.request(customer + "/Observations/" + items.group(1))
                                .DELETE());
                deleted.add(content);
                return;
            }
        }
    }

    private void write(HttpClient http, HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 202) {
            throw new IllegalStateException("It was not accepted: " + response.statusCode() + " " + response.body());
        }
        accepted++;
    }

    /** Goes on counting from what is remembered now. */
    void startOver(String newest) {
        count = Integer.parseInt(newest.substring(newest.lastIndexOf(' ') + 1));
    }

    String counterId() {
        return counter;
    }

    int accepted() {
        return accepted;
    }

    Set<String> added() {
        return added;
    }

    Set<String> deleted() {
        return deleted;
    }

    Set<String> summed() {
        return summed;
    }

    Set<String> corrected() {
        return corrected;
    }
}
