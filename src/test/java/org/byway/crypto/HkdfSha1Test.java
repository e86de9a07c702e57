package org.byway.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class HkdfSha1Test {
    private static final HexFormat HEX = HexFormat.of();

    /** RFC 5869, appendix A.4. */
    @Test
    void vectorOfTheSpecificationIsMet() {
        byte[] output = HkdfSha1.derive(HEX.parseHex("0b".repeat(11)), HEX.parseHex("000102030405060708090a0b0c"),
                HEX.parseHex("f0f1f2f3f4f5f6f7f8f9"), 42);

        assertThat(HEX.formatHex(output)).isEqualTo("085a01ea1b10f36933068b56efa5ad81"
                + "a4f14b822f5b091568a9cdd4f155fda2" + "c22e422478d305f3f896");
    }

    @Test
    void subkeyOfShadowsocksIsMet() {
        byte[] master = HEX.parseHex("b3adc47839e047eb228870526dc8fc30b347287ffca3045dcea06b3fdf090acb");
        byte[] salt = HEX.parseHex("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f");

        byte[] subkey = HkdfSha1.derive(master, salt, "ss-subkey".getBytes(StandardCharsets.US_ASCII), 32);

        assertThat(HEX.formatHex(subkey))
                .isEqualTo("6e62f41174d7879ffea269ebf7805b730f62002e2b461f4dcb2a21dfb6f6423e");
    }
}
