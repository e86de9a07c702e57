package org.byway.faulty;

import java.io.IOException;
import java.io.OutputStream;

/** What is sent to a client, as far as its passage lets it through. */
final class TemperedOutput extends OutputStream {
    private final OutputStream raw;
    private final Passage passage;

    TemperedOutput(OutputStream raw, Passage passage) {
        this.raw = raw;
        this.passage = passage;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        int sent = 0;
        while (sent < length) {
            int next = passage.allowance(length - sent);
            raw.write(bytes, from + sent, next);
            passage.count(next);
            sent += next;
        }
    }
}
