package org.byway.protocol.shadowsocks;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.byway.model.endpoint.ShadowsocksMethod;

/** What a client of SIP004 sent, opened on the server's side. */
public final class OpenedStream extends InputStream {
    private final InputStream raw;
    private final ShadowsocksMethod method;
    private final String password;
    private Optional<PeerCipher> cipher = Optional.empty();
    private byte[] chunk = new byte[0];
    private int at;

    public OpenedStream(InputStream raw, ShadowsocksMethod method, String password) {
        this.raw = raw;
        this.method = method;
        this.password = password;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length > 0 && at == chunk.length && !nextChunk()) {
            return -1;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, from, count);
        at += count;
        return count;
    }

    private boolean nextChunk() throws IOException {
        if (cipher.isEmpty()) {
            cipher = Optional.of(new PeerCipher(method, password, whole(method.keyBytes())));
        }
        byte[] sealedLength = raw.readNBytes(18);
        if (sealedLength.length == 0) {
            return false;
        }
        byte[] length = cipher.get().open(sealedLength);
        int bytes = (length[0] & 0xff) << 8 | (length[1] & 0xff);
        if (bytes > 0x3fff) {
            throw new AssertionError("a length beyond the cap: " + bytes);
        }
        chunk = cipher.get().open(whole(bytes + 16));
        at = 0;
        return true;
    }

    private byte[] whole(int bytes) throws IOException {
        byte[] read = raw.readNBytes(bytes);
        if (read.length < bytes) {
            throw new EOFException();
        }
        return read;
    }
}
