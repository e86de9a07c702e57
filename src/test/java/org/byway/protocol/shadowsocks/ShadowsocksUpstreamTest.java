package org.byway.protocol.shadowsocks;

import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.protocol.DialWorld;
import org.junit.jupiter.api.Nested;

class ShadowsocksUpstreamTest {
    @Nested
    class Aes128 extends OneMethod {
        Aes128() {
            super(ShadowsocksMethod.AES_128_GCM);
        }
    }

    @Nested
    class Aes256 extends OneMethod {
        Aes256() {
            super(ShadowsocksMethod.AES_256_GCM);
        }
    }

    @Nested
    class ChaCha20 extends OneMethod {
        ChaCha20() {
            super(ShadowsocksMethod.CHACHA20_IETF_POLY1305);
        }
    }

    abstract static class OneMethod implements ShadowsocksContract {
        private final DialWorld world = new DialWorld();
        private final ShadowsocksScript script;

        OneMethod(ShadowsocksMethod method) {
            script = new ShadowsocksScript(method, ShadowsocksScript.PASSWORD);
        }

        @Override
        public ShadowsocksScript script() {
            return script;
        }

        @Override
        public DialWorld world() {
            return world;
        }
    }
}
