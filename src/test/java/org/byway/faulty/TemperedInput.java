package org.byway.faulty;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What a client sends, as far as its passage lets it through. */
final class TemperedInput extends FilterInputStream {
    private final Passage passage;

    TemperedInput(InputStream raw, Passage passage) {
        super(raw);
        this.passage = passage;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int count = in.read(into, from, length);
        passage.awaitThaw();
        return count;
    }
}
