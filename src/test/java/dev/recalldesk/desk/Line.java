package dev.recalldesk.desk;

import dev.recalldesk.memory.Memory;
import dev.recalldesk.memory.MemoryFailure;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** The line to a real memory: it can be slow, or break before or after the memory did what it was asked. Thread-safe. */
final class Line {
    private enum Break {
        BEFORE,
        AFTER
    }

    private final Memory end;
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();
    private final Map<String, Break> broken = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    Line(Memory end) {
        this.end = end;
    }

    Memory memory() {
        return (Memory) Proxy.newProxyInstance(
                Memory.class.getClassLoader(), new Class<?>[] {Memory.class}, (_, method, args) -> carry(method, args));
    }

    /** From now on answers to this question are held back until {@link #release}. */
    void hold(String question) {
        held.put(question, new CountDownLatch(1));
    }

    /** Answers held back go through, later ones are not held. */
    void release(String question) {
        held.remove(question).countDown();
    }

    void releaseAll() {
        held.values().forEach(CountDownLatch::countDown);
    }

    void breakBefore(String question) {
        broken.put(question, Break.BEFORE);
    }

    void breakAfter(String question) {
        broken.put(question, Break.AFTER);
    }

    void mend(String question) {
        broken.remove(question);
    }

    List<String> asked() {
        return asked;
    }

    private Object carry(Method method, Object[] args) throws Throwable {
        String question = method.getName();
        asked.add(question);
        Break broke = broken.get(question);
        CountDownLatch gate = held.get(question);
        if (broke == Break.BEFORE) {
            throw new MemoryFailure.Unreachable("The line broke before " + question, null);
        }
        try {
            Object answer = method.invoke(end, args);
            if (gate != null) {
                gate.await();
            }
            if (broke == Break.AFTER) {
                throw new MemoryFailure.Unreachable("The line broke after " + question, null);
            }
            return answer;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
