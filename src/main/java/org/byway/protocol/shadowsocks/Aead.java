package org.byway.protocol.shadowsocks;

import io.netty.util.concurrent.FastThreadLocal;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.function.Function;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import org.byway.model.endpoint.ShadowsocksMethod;

/**
 * The AEAD behind a method. Its ciphers belong to the thread rather than to a stream: each seal sets key and nonce anew
 * anyway, and ten thousand quiet streams need no ciphers of their own.
 */
final class Aead {
    static final int TAG_BYTES = 16;
    static final int NONCE_BYTES = 12;

    private static final Aead AES_GCM = new Aead("AES/GCM/NoPadding", "AES",
            nonce -> new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
    private static final Aead CHACHA20_POLY1305 = new Aead("ChaCha20-Poly1305", "ChaCha20", IvParameterSpec::new);

    private final String keyAlgorithm;
    private final Function<byte[], AlgorithmParameterSpec> parameters;
    private final FastThreadLocal<Cipher> sealing;
    private final FastThreadLocal<Cipher> opening;

    private Aead(String transformation, String keyAlgorithm, Function<byte[], AlgorithmParameterSpec> parameters) {
        this.keyAlgorithm = keyAlgorithm;
        this.parameters = parameters;
        this.sealing = cipherOfThread(transformation);
        this.opening = cipherOfThread(transformation);
    }

    static Aead of(ShadowsocksMethod method) {
        return switch (method) {
            case AES_128_GCM, AES_256_GCM -> AES_GCM;
            case CHACHA20_IETF_POLY1305 -> CHACHA20_POLY1305;
        };
    }

    String keyAlgorithm() {
        return keyAlgorithm;
    }

    Cipher sealing() {
        return sealing.get();
    }

    Cipher opening() {
        return opening.get();
    }

    AlgorithmParameterSpec withNonce(byte[] nonce) {
        return parameters.apply(nonce);
    }

    private static FastThreadLocal<Cipher> cipherOfThread(String transformation) {
        return new FastThreadLocal<>() {
            @Override
            protected Cipher initialValue() throws GeneralSecurityException {
                return Cipher.getInstance(transformation);
            }
        };
    }
}
