package org.byway.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.InvalidKeyException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The vectors of RFC 7748. */
class X25519Test {
    private static final String ALICE = "77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a";
    private static final String ALICE_PUBLIC = "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a";
    private static final String BOB = "5dab087e624a8a4b79e17f8b83800ee66f3bb1292618b6fd1c2f8b27ff88e0eb";
    private static final String BOB_PUBLIC = "de9edb7d7b7dc1b4d35b61c2ece435373f8343c85b78674dadfc7e146f882b4f";

    @Test
    void publicKeysAreThoseOfTheRfc() {
        assertThat(hex(X25519.publicKey(bytes(ALICE)))).isEqualTo(ALICE_PUBLIC);
        assertThat(hex(X25519.publicKey(bytes(BOB)))).isEqualTo(BOB_PUBLIC);
    }

    @Test
    void bothShareTheSecretOfTheRfc() throws Exception {
        String shared = "4a5d9d5ba4ce2de1728e3bf480350f25e07e21c947d19e3376f09b3c1e161742";

        assertThat(hex(X25519.agree(bytes(ALICE), bytes(BOB_PUBLIC)))).isEqualTo(shared);
        assertThat(hex(X25519.agree(bytes(BOB), bytes(ALICE_PUBLIC)))).isEqualTo(shared);
    }

    @Test
    void highestBitOfAPublicKeyIsIgnored() throws Exception {
        byte[] withBit = bytes("e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493");

        assertThat(
                hex(X25519.agree(bytes("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d"), withBit)))
                .isEqualTo("95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000000000000000000000000000000000000000000000000000000000000",
            "0100000000000000000000000000000000000000000000000000000000000000",
            "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"})
    void pointsOfSmallOrderShareNothing(String point) {
        assertThatThrownBy(() -> X25519.agree(bytes(ALICE), bytes(point))).isInstanceOf(InvalidKeyException.class);
    }

    @Test
    void newKeysDifferAndAreClamped() {
        byte[] one = X25519.randomPrivateKey();

        assertThat(one).isNotEqualTo(X25519.randomPrivateKey());
        assertThat(one[0] & 7).isZero();
        assertThat(one[31] & 0xc0).isEqualTo(0x40);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
