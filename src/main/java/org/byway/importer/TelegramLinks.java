package org.byway.importer;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;

/** Proxies as Telegram shares them: {@code tg://socks?server=…}, {@code https://t.me/proxy?server=…}. */
final class TelegramLinks {
    private static final Set<String> HOSTS = Set.of("t.me", "telegram.me", "telegram.dog");

    private TelegramLinks() {}

    static boolean recognises(LinkParts parts) {
        boolean isWeb = parts.scheme().startsWith("http") && HOSTS.contains(parts.address());
        return parts.query().containsKey("server") && (isWeb || parts.scheme().equals("tg"));
    }

    static Found read(LinkParts parts, String link) throws RejectedException {
        String kind = parts.scheme().equals("tg") ? parts.address() : parts.path().replace("/", "");
        Map<String, String> query = parts.query();
        HostPort server = Hosts.require(
                HostPort.parse(bracketed(query.getOrDefault("server", "")) + ":" + query.getOrDefault("port", "")));
        return switch (kind) {
            case "socks" -> new Found(new Socks5Endpoint(server, login(query)), parts.name());
            case "proxy" -> new Found(new UnsupportedEndpoint(server, "mtproto", Secret.of(link)), parts.name());
            default -> throw new RejectedException(Rejection.WEB_ADDRESS);
        };
    }

    private static Optional<Login> login(Map<String, String> query) {
        String user = query.getOrDefault("user", "");
        String password = query.getOrDefault("pass", "");
        return user.isEmpty() && password.isEmpty() ? Optional.empty() : Optional.of(Login.of(user, password));
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }
}
