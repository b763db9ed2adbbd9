package dev.recalldesk.memory.twilio;

import dev.recalldesk.memory.twilio.Misbehaving.Behaviour;

/** A service with one store and one customer that always answers as it should. */
final class Service {
    static final String STORE = "mem_store_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String OTHER_STORE = "mem_store_01jbzzzzzzzzzzzzzzzzzzzzzz";
    static final String ADA = "mem_profile_01jbaaaaaaaaaaaaaaaaaaaaaa";
    static final String OLD_ADA = "mem_profile_01jbzzzzzzzzzzzzzzzzzzzzzz";
    static final String NOTE = "mem_observation_01jbaaaaaaaaaaaaaaaaaaaaaa";

    static final String STORE_JSON = """
            {"id":"%s","displayName":"Harbor-Tools","status":"ACTIVE","intelligenceServiceId":null,"version":1}""".formatted(STORE);
    static final String PROFILE_JSON = """
            {"id":"%s","createdAt":"2026-03-02T12:00:00Z","traits":{"Contact":{"firstName":"Ada"}}}""".formatted(ADA);
    static final String NOTE_JSON = """
            {"id":"%s","content":"Likes boats.","source":"agent.jdoe","occurredAt":"2026-03-02T12:00:00Z",\
            "createdAt":"2026-03-02T12:00:01.250Z","updatedAt":"2026-03-02T12:00:01.250Z"}""".formatted(NOTE);

    static final Behaviour WELL = visit -> {
        if (visit.isFor("/Recall")) {
            visit.answer(200, "{\"observations\":[" + NOTE_JSON + "],\"summaries\":[],\"communications\":[]}");
        } else if (visit.isFor("/Lookup")) {
            visit.answer(200, "{\"normalizedValue\":\"+12065550119\",\"profiles\":[\"" + ADA + "\"]}");
        } else if (visit.line().startsWith("GET") && visit.isFor("/Observations")) {
            visit.answer(200, "{\"observations\":[" + NOTE_JSON + "],\"meta\":{\"key\":\"observations\"}}");
        } else if (visit.line().startsWith("GET") && visit.isFor("/Profiles/")) {
            visit.answer(200, PROFILE_JSON);
        } else if (visit.line().startsWith("GET")) {
            visit.answer(200, STORE_JSON);
        } else {
            visit.answer(202, "{\"message\":\"accepted\"}");
        }
    };

    private Service() {}
}
