package org.byway.protocol.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.HandshakeScript;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer.Temper;

/** An HTTP proxy of RFC 9110, section 9.3.6, as text. */
final class HttpProxyScript implements HandshakeScript {
    @Override
    public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
        return HttpProxyUpstream.over(carrier, new HttpProxyEndpoint(server, login), deadline);
    }

    @Override
    public String beforeYes(Conversation client) throws IOException {
        String[] lines = client.readHead().split("\r\n", -1);
        String[] request = lines[0].split(" ", -1);
        if (!request[0].equals("CONNECT") || !request[2].equals("HTTP/1.1")
                || !lines[1].equals("Host: " + request[1])) {
            throw new AssertionError("not a CONNECT of HTTP/1.1 with its Host");
        }
        return request[1];
    }

    @Override
    public byte[] yes() {
        return "HTTP/1.1 200 Connection established\r\nVia: 1.1 proxy\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public List<Stop> stops() {
        return List.of(new Stop("before the answer", Stage.REQUEST, this::beforeYes),
                new Stop("in the status", Stage.REQUEST, answer("HTTP/1.1 20")),
                new Stop("in the headers", Stage.REQUEST, answer("HTTP/1.1 200 OK\r\nVia: x")),
                new Stop("before the empty line", Stage.REQUEST, answer("HTTP/1.1 200 OK\r\nVia: x\r\n\r")),
                new Stop("after an interim answer", Stage.REQUEST, answer("HTTP/1.1 100 Continue\r\n\r\n")));
    }

    @Override
    public List<Temper> wrongLogins() {
        return List.of(client -> {
            beforeYes(client);
            client.send("HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm=\"x\"\r\n\r\n")
                    .readToEnd();
        }, client -> {
            beforeYes(client);
            client.send("HTTP/1.0 401 Unauthorized\r\n\r\n");
        });
    }

    @Override
    public Temper wantsLogin() {
        return wrongLogins().getFirst();
    }

    @Override
    public List<Refusal> refusals() {
        return List.of(refusal(403, Blame.DESTINATION, Fault.FORBIDDEN),
                refusal(405, Blame.DESTINATION, Fault.FORBIDDEN),
                refusal(502, Blame.DESTINATION, Fault.UNREACHABLE), refusal(503, Blame.DESTINATION, Fault.UNREACHABLE),
                refusal(504, Blame.DESTINATION, Fault.SILENT), refusal(500, Blame.UNKNOWN, Fault.GENERAL_FAILURE),
                refusal(400, Blame.UNKNOWN, Fault.GENERAL_FAILURE), refusal(302, Blame.UNKNOWN, Fault.GENERAL_FAILURE),
                new Refusal("refusal after an interim answer",
                        answer("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 504 Gateway Timeout\r\n\r\n"), Stage.REQUEST,
                        Blame.DESTINATION, Fault.SILENT));
    }

    @Override
    public List<String> garbage() {
        return List.of("SSH-2.0-OpenSSH_9.2\r\n", "\5\377", "HTTP/2 200\r\n\r\n", "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 abc\r\n\r\n", "HTTP/1.1200 OK\r\n\r\n", "\r\n\r\n", "<html>", "220 mail.example ESMTP\r\n");
    }

    @Override
    public Optional<String> endless() {
        return Optional.of("X-Padding: " + "x".repeat(1000) + "\r\n");
    }

    private static Refusal refusal(int status, Blame blame, Fault fault) {
        return new Refusal("status " + status, answer("HTTP/1.1 " + status + " No\r\nContent-Length: 2\r\n\r\nno"),
                Stage.REQUEST, blame, fault);
    }

    private static Temper answer(String text) {
        return client -> {
            client.readHead();
            client.send(text);
        };
    }
}
