package dev.recalldesk.desk;

/**
 * A customer on the desk turned out to be one with another.
 *
 * @param key of the encounter they are shown in
 * @param formerId the id they were known by there
 * @param customer who they are now, under the id that stays
 */
public record Merged(String key, String formerId, Customer customer) {}
