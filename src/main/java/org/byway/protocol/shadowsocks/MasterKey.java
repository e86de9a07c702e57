package org.byway.protocol.shadowsocks;

import java.nio.charset.StandardCharsets;
import org.byway.crypto.OpensslPasswordKey;
import org.byway.model.endpoint.ShadowsocksEndpoint;

/** The key that the password stands for, made once for an endpoint; prints nothing of itself. */
final class MasterKey {
    private final Aead aead;
    private final byte[] bytes;

    private MasterKey(Aead aead, byte[] bytes) {
        this.aead = aead;
        this.bytes = bytes;
    }

    static MasterKey of(ShadowsocksEndpoint endpoint) {
        byte[] password = endpoint.password().reveal().getBytes(StandardCharsets.UTF_8);
        return new MasterKey(Aead.of(endpoint.method()),
                OpensslPasswordKey.derive(password, endpoint.method().keyBytes()));
    }

    Aead aead() {
        return aead;
    }

    /** As long as the salt of a stream. */
    byte[] bytes() {
        return bytes;
    }
}
