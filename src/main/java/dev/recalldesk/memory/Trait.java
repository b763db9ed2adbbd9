package dev.recalldesk.memory;

import java.time.Instant;

/** One fact in a named field, and when it last changed. */
public record Trait(String group, String name, TraitValue value, Instant changedAt) {}
