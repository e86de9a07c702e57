package org.byway.model.endpoint;

/** The AEAD methods of Shadowsocks that Byway runs (SIP004), by their names there. */
public enum ShadowsocksMethod {
    AES_128_GCM("aes-128-gcm", 16), AES_256_GCM("aes-256-gcm", 32), CHACHA20_IETF_POLY1305("chacha20-ietf-poly1305",
            32);

    private final String word;
    private final int keyBytes;

    ShadowsocksMethod(String word, int keyBytes) {
        this.word = word;
        this.keyBytes = keyBytes;
    }

    /** The name that share links and servers use. */
    public String word() {
        return word;
    }

    /** The length of the key, and of the salt as well. */
    public int keyBytes() {
        return keyBytes;
    }
}
