package org.byway.engine;

/** Being told; closing it ends that. */
@FunctionalInterface
public interface Following extends AutoCloseable {
    @Override
    void close();
}
