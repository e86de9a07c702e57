package org.byway.protocol.socks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.ServerPacketDialer;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.HandshakeScript;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer.Temper;

/** A server of RFC 1928 and RFC 1929, byte by byte; it asks for a login where one is offered. */
final class Socks5Script implements HandshakeScript {
    @Override
    public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
        return Socks5Upstream.over(carrier, new ServerPacketDialer(), new Socks5Endpoint(server, login), deadline);
    }

    @Override
    public String beforeYes(Conversation client) throws IOException {
        if (greet(client)) {
            readLogin(client);
            client.send((byte) 1, (byte) 0);
        }
        return readRequest(client);
    }

    @Override
    public byte[] yes() {
        return new byte[]{5, 0, 0, 1, 0, 0, 0, 0, 0, 0};
    }

    @Override
    public List<Stop> stops() {
        return List.of(new Stop("before the method", Stage.AUTHENTICATE, client -> client.read(4)),
                new Stop("in the method", Stage.AUTHENTICATE, client -> {
                    client.read(4);
                    client.send((byte) 5);
                }), new Stop("before the login status", Stage.AUTHENTICATE, client -> {
                    greet(client);
                    readLogin(client);
                }), new Stop("in the login status", Stage.AUTHENTICATE, client -> {
                    greet(client);
                    readLogin(client);
                    client.send((byte) 1);
                }), new Stop("before the reply", Stage.REQUEST, this::beforeYes),
                new Stop("in the reply", Stage.REQUEST, client -> {
                    beforeYes(client);
                    client.send((byte) 5, (byte) 0, (byte) 0, (byte) 1, (byte) 0);
                }));
    }

    @Override
    public List<Temper> wrongLogins() {
        return List.of(client -> {
            greet(client);
            readLogin(client);
            client.send((byte) 1, (byte) 1).readToEnd();
        }, client -> {
            greet(client);
            readLogin(client);
            client.send((byte) 1, (byte) 0xff);
        }, client -> {
            client.read(4);
            client.send((byte) 5, (byte) 0xff).readToEnd();
        });
    }

    @Override
    public Temper wantsLogin() {
        return client -> {
            client.read(3);
            client.send((byte) 5, (byte) 0xff).readToEnd();
        };
    }

    /** RFC 1928, section 6. */
    @Override
    public List<Refusal> refusals() {
        return List.of(refusal(1, Blame.UNKNOWN, Fault.GENERAL_FAILURE), refusal(2, Blame.DESTINATION, Fault.FORBIDDEN),
                refusal(3, Blame.DESTINATION, Fault.UNREACHABLE), refusal(4, Blame.DESTINATION, Fault.UNREACHABLE),
                refusal(5, Blame.DESTINATION, Fault.REFUSED), refusal(6, Blame.DESTINATION, Fault.SILENT),
                refusal(7, Blame.UPSTREAM, Fault.FORBIDDEN), refusal(8, Blame.UPSTREAM, Fault.FORBIDDEN),
                refusal(9, Blame.UNKNOWN, Fault.GENERAL_FAILURE), refusal(255, Blame.UNKNOWN, Fault.GENERAL_FAILURE),
                new Refusal("refusal of two bytes", client -> {
                    beforeYes(client);
                    client.send((byte) 5, (byte) 5);
                }, Stage.REQUEST, Blame.DESTINATION, Fault.REFUSED));
    }

    @Override
    public List<String> garbage() {
        return List.of("HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\0", "\4\0", "\377\377\377");
    }

    @Override
    public Optional<String> endless() {
        return Optional.empty();
    }

    private Refusal refusal(int code, Blame blame, Fault fault) {
        return new Refusal("code " + code, client -> {
            beforeYes(client);
            client.send((byte) 5, (byte) code, (byte) 0, (byte) 1, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0,
                    (byte) 0);
        }, Stage.REQUEST, blame, fault);
    }

    /** Section 3; true where a login follows. */
    private static boolean greet(Conversation client) throws IOException {
        byte[] head = client.read(2);
        byte[] methods = client.read(head[1]);
        boolean hasLogin = methods.length == 2 && methods[1] == 2;
        client.send((byte) 5, (byte) (hasLogin ? 2 : 0));
        return hasLogin;
    }

    /** RFC 1929, section 2. */
    private static void readLogin(Conversation client) throws IOException {
        byte[] head = client.read(2);
        if (head[0] != 1) {
            throw new AssertionError("the version of the login is " + head[0]);
        }
        client.read(head[1]);
        client.read(client.read(1)[0]);
    }

    /** Section 4. */
    private static String readRequest(Conversation client) throws IOException {
        byte[] head = client.read(4);
        if (head[0] != 5 || head[1] != 1 || head[2] != 0) {
            throw new AssertionError("not a CONNECT of SOCKS5");
        }
        String host = switch (head[3]) {
            case 3 -> new String(client.read(client.read(1)[0]), StandardCharsets.US_ASCII);
            case 1 -> "v4 " + client.read(4).length;
            default -> "v6 " + client.read(16).length;
        };
        byte[] port = client.read(2);
        return host + ":" + ((port[0] & 0xff) << 8 | (port[1] & 0xff));
    }
}
