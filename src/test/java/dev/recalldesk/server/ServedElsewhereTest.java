package dev.recalldesk.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.recalldesk.memory.local.LocalAccount;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** All the official library asks for, of a server on a fresh data folder in a process of its own. */
class ServedElsewhereTest {
    @TempDir
    static Path folder;

    private static Elsewhere elsewhere;

    @BeforeAll
    static void start() throws Exception {
        elsewhere = new Elsewhere(folder.resolve("data"));
    }

    @AfterAll
    static void stop() throws Exception {
        assertThat(elsewhere.terminate()).isIn(0, 143);
        try (LocalAccount account = LocalAccount.open(folder.resolve("data"), "US", InstantSource.system())) {
            assertThat(account.stores()).isEmpty();
        }
        assertThat(Files.exists(folder.resolve("data").resolve("memory.db-wal")))
                .isFalse();
    }

    @Nested
    class StoresAndCustomers extends TwilioLibraryTest {
        @Override
        Caller server() {
            return elsewhere.caller();
        }
    }

    @Nested
    class WhatIsRemembered extends TwilioLibraryMemoryTest {
        @Override
        Caller server() {
            return elsewhere.caller();
        }
    }

    @Nested
    class Mappings extends DataMappingTest {
        @Override
        Caller server() {
            return elsewhere.caller();
        }
    }

    @Nested
    class Imports extends TwilioLibraryImportTest {
        @Override
        Caller server() {
            return elsewhere.caller();
        }
    }
}
