package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class SaltsTest {
    private final Salts salts = new Salts();

    @Test
    void saltIsNewOnce() {
        assertThat(salts.isNew(salt(1))).isTrue();
        assertThat(salts.isNew(salt(1))).isFalse();
    }

    @Test
    void saltOfOursIsNotNew() {
        assertThat(salts.isNew(salts.fresh(32))).isFalse();
    }

    @Test
    void oldestIsForgottenSoThatMemoryStaysFlat() {
        for (int i = 0; i < Salts.REMEMBERED; i++) {
            salts.isNew(salt(i));
        }
        assertThat(salts.isNew(salt(0))).isFalse();
        salts.isNew(salt(Salts.REMEMBERED));

        assertThat(salts.isNew(salt(1))).isFalse();
        assertThat(salts.isNew(salt(0))).isTrue();
    }

    private static byte[] salt(int number) {
        return ByteBuffer.allocate(16).putLong(number).putLong(7).array();
    }
}
