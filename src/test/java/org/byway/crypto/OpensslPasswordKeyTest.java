package org.byway.crypto;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpensslPasswordKeyTest {
    /** As {@code openssl enc -aes-256-cbc -k barfoo! -nosalt -md md5 -P} prints it. */
    @ParameterizedTest
    @ValueSource(ints = {16, 24, 32})
    void keyIsTheBeginningOfOneSequence(int length) {
        byte[] key = OpensslPasswordKey.derive("barfoo!".getBytes(StandardCharsets.UTF_8), length);

        assertThat(HexFormat.of().formatHex(key)).hasSize(2 * length).isEqualTo(
                "b3adc47839e047eb228870526dc8fc30b347287ffca3045dcea06b3fdf090acb".substring(0, 2 * length));
    }
}
