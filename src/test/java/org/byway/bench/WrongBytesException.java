package org.byway.bench;

import java.io.IOException;

/** What came is not what was sent, which nothing excuses; a stream that was cut is another matter. */
public final class WrongBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    public WrongBytesException(String what) {
        super(what);
    }
}
