package org.byway.store;

import java.io.OutputStream;

/** How one kind of value is written as JSON. */
interface DocumentFormat<T> {
    /** The start of the names of its files. */
    String name();

    /** The value of a profile that has none yet. */
    T first();

    Document<T> read(byte[] json) throws UnreadableException;

    /** Writes it whole and closes. */
    void write(Document<T> document, OutputStream to);
}
