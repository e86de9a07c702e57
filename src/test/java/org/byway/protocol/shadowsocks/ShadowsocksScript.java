package org.byway.protocol.shadowsocks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.Secret;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.ShadowsocksMethod;
import org.byway.net.ServerPacketDialer;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.ProxyScript;
import org.byway.testing.Conversation;

/** A server of SIP004, which says nothing until the destination does. */
record ShadowsocksScript(ShadowsocksMethod method, String password) implements ProxyScript {
    static final String PASSWORD = "barfoo!";

    @Override
    public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
        return ShadowsocksUpstream.over(carrier, new ServerPacketDialer(),
                new ShadowsocksEndpoint(server, method, Secret.of(PASSWORD)));
    }

    @Override
    public Conversation accept(Conversation client) throws IOException {
        return client.inside(socket -> new Conversation(socket,
                new OpenedStream(socket.getInputStream(), method, password),
                new SealedStream(socket.getOutputStream(), method, password), socket::shutdownOutput));
    }

    /** SIP004: "the first payload starts with the target address". */
    @Override
    public String beforeYes(Conversation client) throws IOException {
        String host = switch (client.read(1)[0]) {
            case 3 -> new String(client.read(client.read(1)[0]), StandardCharsets.US_ASCII);
            case 1 -> "v4 " + client.read(4).length;
            default -> "v6 " + client.read(16).length;
        };
        byte[] port = client.read(2);
        return host + ":" + ((port[0] & 0xff) << 8 | (port[1] & 0xff));
    }

    @Override
    public byte[] yes() {
        return new byte[0];
    }
}
