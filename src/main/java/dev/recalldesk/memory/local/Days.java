package dev.recalldesk.memory.local;

import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/** From the first day to the last, both within. */
record Days(LocalDate first, LocalDate last) {
    static Days month(int year, int month) {
        LocalDate first = LocalDate.of(year, month, 1);
        return new Days(first, first.with(TemporalAdjusters.lastDayOfMonth()));
    }

    static Days year(int year) {
        return new Days(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }

    static Days day(LocalDate day) {
        return new Days(day, day);
    }

    /**
     * 1 for a day within, falling to 0 with distance from it, the sooner the shorter the span is.
     *
     * @param day counted from 1970-01-01
     */
    double closeness(long day) {
        long outside = Math.max(first.toEpochDay() - day, day - last.toEpochDay());
        long width = last.toEpochDay() - first.toEpochDay() + 1;
        return outside <= 0 ? 1 : 0.5 * Math.exp(-2.0 * outside / width);
    }
}
