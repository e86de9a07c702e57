package org.byway.protocol.shadowsocks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.byway.model.endpoint.ShadowsocksMethod;

/** What a server of SIP004 sends; its salt leaves with the first bytes. */
public final class SealedStream extends OutputStream {
    private static final int MAX_PAYLOAD = 0x3fff;

    private final OutputStream raw;
    private final ShadowsocksMethod method;
    private final String password;
    private Optional<PeerCipher> cipher = Optional.empty();

    public SealedStream(OutputStream raw, ShadowsocksMethod method, String password) {
        this.raw = raw;
        this.method = method;
        this.password = password;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[]{(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        if (cipher.isEmpty() && length > 0) {
            byte[] salt = new byte[method.keyBytes()];
            new SecureRandom().nextBytes(salt);
            cipher = Optional.of(new PeerCipher(method, password, salt));
            sealed.writeBytes(salt);
        }
        for (int at = from; at < from + length; at += MAX_PAYLOAD) {
            byte[] payload = Arrays.copyOfRange(bytes, at, Math.min(at + MAX_PAYLOAD, from + length));
            sealed.writeBytes(cipher.orElseThrow().chunk(payload));
        }
        raw.write(sealed.toByteArray());
    }
}
