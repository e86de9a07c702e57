package org.byway.protocol.socks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.HandshakeScript;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer.Temper;

/** A server of SOCKS 4A, byte by byte; the password of a login is its user id. */
final class Socks4Script implements HandshakeScript {
    @Override
    public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
        return Socks4Upstream.over(carrier, new Socks4Endpoint(server, login.map(Login::password), true), deadline);
    }

    @Override
    public String beforeYes(Conversation client) throws IOException {
        byte[] head = client.read(8);
        if (head[0] != 4 || head[1] != 1 || head[4] != 0 || head[5] != 0 || head[6] != 0 || head[7] == 0) {
            throw new AssertionError("not a CONNECT of SOCKS 4A");
        }
        text(client);
        return text(client) + ":" + ((head[2] & 0xff) << 8 | (head[3] & 0xff));
    }

    @Override
    public byte[] yes() {
        return new byte[]{0, 90, 1, 2, 3, 4, 5, 6};
    }

    @Override
    public List<Stop> stops() {
        return List.of(new Stop("before the reply", Stage.REQUEST, this::beforeYes),
                new Stop("in the reply", Stage.REQUEST, client -> {
                    beforeYes(client);
                    client.send((byte) 0, (byte) 90, (byte) 1, (byte) 2, (byte) 3, (byte) 4, (byte) 5);
                }));
    }

    @Override
    public List<Temper> wrongLogins() {
        return List.of(answer(92), answer(93));
    }

    @Override
    public Temper wantsLogin() {
        return answer(93);
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(new Refusal("code 91", answer(91), Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE),
                new Refusal("code 89", answer(89), Stage.REQUEST, Blame.UPSTREAM, Fault.GARBAGE),
                new Refusal("refusal of two bytes", client -> {
                    beforeYes(client);
                    client.send((byte) 0, (byte) 91);
                }, Stage.REQUEST, Blame.UNKNOWN, Fault.GENERAL_FAILURE));
    }

    @Override
    public List<String> garbage() {
        return List.of("HTTP/1.1 400 Bad Request\r\n\r\n", "SSH-2.0-OpenSSH_9.2\r\n", "\5\377", "\4\132", "\0\0");
    }

    @Override
    public Optional<String> endless() {
        return Optional.empty();
    }

    private Temper answer(int code) {
        return client -> {
            beforeYes(client);
            client.send((byte) 0, (byte) code, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 0).readToEnd();
        };
    }

    private static String text(Conversation client) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = client.read(1)[0]; c != 0; c = client.read(1)[0]) {
            text.append((char) c);
        }
        return text.toString();
    }
}
