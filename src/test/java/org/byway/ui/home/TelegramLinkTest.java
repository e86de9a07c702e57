package org.byway.ui.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.junit.jupiter.api.Test;

class TelegramLinkTest {
    private static final HostPort LISTENING = new HostPort("127.0.0.1", 1080);

    @Test
    void theAddressNamesTheForwarder() {
        assertThat(TelegramLink.to(LISTENING, Optional.empty())).isEqualTo("tg://socks?server=127.0.0.1&port=1080");
    }

    @Test
    void aLoginIsHandedOverToo() {
        assertThat(TelegramLink.to(LISTENING, Optional.of(Login.of("Я", "a b&c"))))
                .isEqualTo("tg://socks?server=127.0.0.1&port=1080&user=%D0%AF&pass=a%20b%26c");
    }
}
