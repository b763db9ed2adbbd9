package dev.recalldesk.memory.local;

import com.github.f4b6a3.ulid.UlidCreator;

/** Makes ids that sort by the order they were made in. Thread-safe. */
final class Ids {
    private Ids() {}

    static String store() {
        return make("mem_store_");
    }

    static String profile() {
        return make("mem_profile_");
    }

    static String observation() {
        return make("mem_observation_");
    }

    static String summary() {
        return make("mem_summary_");
    }

    static String profileImport() {
        return make("mem_import_");
    }

    static String dataMapping() {
        return make("mem_datamapping_");
    }

    static String operation() {
        return make("mem_operation_");
    }

    private static String make(String prefix) {
        return prefix + UlidCreator.getMonotonicUlid().toLowerCase();
    }
}
