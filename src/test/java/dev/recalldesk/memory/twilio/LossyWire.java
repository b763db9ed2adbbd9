package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;
import dev.recalldesk.memory.twilio.Misbehaving.Visit;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Stands before a server and loses, delays and doubles what goes through, as a seed will have it. */
final class LossyWire implements Behaviour, AutoCloseable {
    /** What becomes of one request. */
    enum Fate {
        LOST_BEFORE(5),
        LOST_AFTER(7),
        LATE(1),
        DOUBLED(7),
        REFUSED(3),
        THROTTLED(2),
        FINE(75);

        private final int percent;

        Fate(int percent) {
            this.percent = percent;
        }
    }

    private final HttpClient onward = HttpClient.newHttpClient();
    private final URI server;
    private final long late;
    private final Random random;
    private final Map<Fate, Integer> met = new EnumMap<>(Fate.class);

    /** @param late how long a late answer takes, in milliseconds */
    LossyWire(URI server, long late, long seed) {
        this.server = server;
        this.late = late;
        this.random = new Random(seed);
    }

    /** How often each happened. */
    synchronized Map<Fate, Integer> met() {
        return Map.copyOf(met);
    }

    private synchronized Fate next() {
        int roll = random.nextInt(100);
        Fate fate = Fate.FINE;
        for (Fate each : Fate.values()) {
            roll -= each.percent;
            if (roll < 0) {
                fate = each;
                break;
            }
        }
        int _ = met.merge(fate, 1, Integer::sum);
        return fate;
    }

    @Override
    public void meet(Visit visit) throws Exception {
        Fate fate = next();
        switch (fate) {
            case LOST_BEFORE -> visit.breakOff();
            case REFUSED -> visit.answer(503, "{\"code\":20503}");
            case THROTTLED -> visit.answer(429, "Retry-After: 0\r\n", "{\"code\":20429}");
            case FINE -> visit.send(answer(visit));
            case DOUBLED -> visit.send(answer(visit).repeat(2));
            case LOST_AFTER -> {
                String _ = answer(visit);
                visit.breakOff();
            }
            case LATE -> {
                String answer = answer(visit);
                boolean _ = visit.keepQuiet(late);
                visit.send(answer);
            }
        }
    }

    /** Lets one request through as if the wire were whole. */
    void pass(Visit visit) throws Exception {
        visit.send(answer(visit));
    }

    private String answer(Visit visit) throws IOException, InterruptedException {
        String[] line = visit.line().split(" ");
        HttpRequest request = HttpRequest.newBuilder(server.resolve(line[1]))
                .header("Authorization", visit.header("authorization"))
                .header("Content-Type", "application/json")
                .method(line[0], HttpRequest.BodyPublishers.ofString(visit.body()))
                .build();
        HttpResponse<String> response = onward.send(request, HttpResponse.BodyHandlers.ofString());
        return Visit.response(response.statusCode(), "", response.body());
    }

    @Override
    public void close() {
        onward.close();
    }
}
