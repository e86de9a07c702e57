package org.byway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

/** The vectors of draft-irtf-cfrg-xchacha-03 and of RFC 8439. */
class XChaCha20Poly1305Test {
    private static final byte[] KEY = bytes("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    private static final byte[] NONCE = bytes("404142434445464748494a4b4c4d4e4f5051525354555657");
    private static final byte[] ADDITIONAL = bytes("50515253c0c1c2c3c4c5c6c7");
    private static final byte[] PLAIN = ("Ladies and Gentlemen of the class of '99: If I could offer you only one tip for "
            + "the future, sunscreen would be it.").getBytes(StandardCharsets.US_ASCII);
    private static final String SEALED = "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a82f4e"
            + "da7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff921f9664c9763"
            + "7da9768812f615c68b13b52ec0875924c1c7987947deafd8780acf49";

    @Test
    void derivedKeyIsThatOfTheDraft() {
        assertThat(hex(XChaCha20Poly1305.hchacha20(
                bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                bytes("000000090000004a0000000031415927"))))
                .isEqualTo("82413b4227b27bfed30e42508a877d73a0f9e4d58a74a853c12ec41326d3ecdc");
    }

    @Test
    void sealedTextIsThatOfTheDraft() throws Exception {
        assertThat(hex(XChaCha20Poly1305.seal(KEY, NONCE, PLAIN, ADDITIONAL))).isEqualTo(SEALED);
        assertThat(XChaCha20Poly1305.open(KEY, NONCE, bytes(SEALED), ADDITIONAL)).isEqualTo(PLAIN);
    }

    @Test
    void otherAdditionalBytesDoNotOpenIt() {
        assertThatThrownBy(() -> XChaCha20Poly1305.open(KEY, NONCE, bytes(SEALED), new byte[12]))
                .isInstanceOf(GeneralSecurityException.class);
    }

    /** RFC 8439, section 2.4.2, whose counter begins at one. */
    @Test
    void keystreamIsThatOfTheRfc() {
        byte[] stream = new byte[128];
        ChaCha20Stream cipher = ChaCha20Stream.of(
                bytes("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f"),
                bytes("000000000000004a00000000"));
        cipher.apply(stream, 0, 5);
        cipher.apply(stream, 5, 123);

        assertThat(hex(stream)).contains("224f51f3401bd9e12fde276fb8631ded8c131f823d2c06e27e4fcaec9ef3cf78");
        assertThat(hex(stream).indexOf("224f51f3")).isEqualTo(128);
    }

    @Test
    void packetsOpenUnderTheirOwnNumberOnly() throws Exception {
        PacketCipher sealing = new PacketCipher(KEY);
        PacketCipher opening = new PacketCipher(KEY);
        byte[] sealed = new byte[PLAIN.length + PacketCipher.TAG_BYTES];
        byte[] opened = new byte[PLAIN.length];

        assertThat(sealing.at(7).seal(PLAIN, PLAIN.length, sealed, 0)).isEqualTo(sealed.length);
        assertThatThrownBy(() -> opening.at(8).open(sealed, sealed.length, opened, 0))
                .isInstanceOf(GeneralSecurityException.class);
        assertThat(opening.at(7).open(sealed, sealed.length, opened, 0)).isEqualTo(PLAIN.length);
        assertThat(opened).isEqualTo(PLAIN);
    }

    @Test
    void numberIsNotUsedTwice() {
        PacketCipher sealing = new PacketCipher(KEY);
        byte[] sealed = new byte[PLAIN.length + PacketCipher.TAG_BYTES];
        sealing.at(1).seal(PLAIN, PLAIN.length, sealed, 0);

        assertThatThrownBy(() -> sealing.at(1).seal(PLAIN, PLAIN.length, sealed, 0))
                .isInstanceOf(IllegalStateException.class);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
