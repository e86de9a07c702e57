package org.byway.ui.home;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;

/** The address by which Telegram takes a SOCKS5 proxy (core.telegram.org/api/links, "Socks5 proxy links"). */
final class TelegramLink {
    private TelegramLink() {}

    static String to(HostPort listening, Optional<Login> login) {
        String address = "tg://socks?server=" + encoded(listening.host()) + "&port=" + listening.port();
        return address + login.map(it -> "&user=" + encoded(it.user()) + "&pass=" + encoded(it.password().reveal()))
                .orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
