package org.byway.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The vectors of RFC 7693 and of BLAKE2's own list, and WireGuard's two constants, which are hashes of their names. */
class Blake2sTest {
    @Test
    void hashOfAbcIsThatOfTheRfc() {
        assertThat(hex(Blake2s.hash(ascii("abc"))))
                .isEqualTo("508c5e8c327c14e2e1a72ba34eeb452f37458b209ed63a294d999b4c86675982");
    }

    /** RFC 7693, appendix E: hashes and keyed hashes of many lengths, hashed together. */
    @Test
    void selfTestOfTheRfcPasses() {
        byte[] all = new byte[0];
        for (int output : new int[]{16, 20, 28, 32}) {
            for (int input : new int[]{0, 3, 64, 65, 255, 1024}) {
                byte[] in = sequence(input, input);
                byte[] key = sequence(output, output);
                all = joined(all, Blake2s.mac(new byte[0], output, in));
                all = joined(all, Blake2s.mac(key, output, in));
            }
        }

        assertThat(hex(Blake2s.hash(all)))
                .isEqualTo("6a411f08ce25adcdfb02aba641451cec53c598b24f4fc787fbdc88797f4c1dfe");
    }

    @ParameterizedTest
    @CsvSource({"0, 48a8997da407876b3d79c0d92325ad3b89cbb754d86ab71aee047ad345fd2c49",
            "1, 40d15fee7c328830166ac3f918650f807e7e01e177258cdc0a39b11f598066f1",
            "64, 8975b0577fd35566d750b362b0897a26c399136df07bababbde6203ff2954ed4"})
    void keyedHashesAreThoseOfTheList(int length, String expected) {
        byte[] counted = new byte[length];
        byte[] key = new byte[32];
        for (int i = 0; i < 32; i++) {
            key[i] = (byte) i;
        }
        for (int i = 0; i < length; i++) {
            counted[i] = (byte) i;
        }

        assertThat(hex(Blake2s.mac(key, 32, counted))).isEqualTo(expected);
    }

    @Test
    void partsAreHashedAsOne() {
        assertThat(Blake2s.hash(ascii("a"), ascii("bc"))).isEqualTo(Blake2s.hash(ascii("abc")));
    }

    @Test
    void wireGuardsConstantsAreTheirNamesHashes() {
        byte[] chain = Blake2s.hash(ascii("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s"));

        assertThat(hex(chain)).isEqualTo("60e26daef327efc02ec335e2a025d2d016eb4206f87277f52d38d1988b78cd36");
        assertThat(hex(Blake2s.hash(chain, ascii("WireGuard v1 zx2c4 Jason@zx2c4.com"))))
                .isEqualTo("2211b361081ac566691243db458ad5322d9c6c662293e8b70ee19c65ba079ef3");
    }

    @Test
    void keysAreDerivedAsInTheSpecification() {
        byte[] chain = Blake2s.hash(ascii("Noise_IKpsk2_25519_ChaChaPoly_BLAKE2s"));
        byte[] counted = new byte[32];
        for (int i = 0; i < 32; i++) {
            counted[i] = (byte) i;
        }

        assertThat(Arrays.stream(NoiseState.hkdf(chain, counted, 2)).map(Blake2sTest::hex)).containsExactly(
                "6ff66e10ab4a55ac8144a867fcd9f8ee64d4bd6239223338cb3437cf085ab031",
                "203b22d63d63e35cebb9e40210cf8c1d7f90879428a4c766cda9ef34bb299398");
        assertThat(hex(Blake2s.hash(ascii("mac1----"), counted)))
                .isEqualTo("4fb2527ac956001553dc1ad9b55171b7d9daa3de1cdbcd71451830170c7e6cac");
    }

    /** Appendix E: a sequence that stands for random bytes. */
    private static byte[] sequence(int length, int seed) {
        byte[] bytes = new byte[length];
        int a = 0xDEAD4BAD * seed;
        int b = 1;
        for (int i = 0; i < length; i++) {
            int t = a + b;
            a = b;
            b = t;
            bytes[i] = (byte) (t >>> 24);
        }
        return bytes;
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
