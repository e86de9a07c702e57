package org.byway.protocol.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.carrier.TlsOptions;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.net.StreamDialer;
import org.byway.net.Upstream;
import org.byway.protocol.DialWorld;
import org.byway.protocol.HandshakeContract;
import org.byway.protocol.HandshakeScript;
import org.byway.testing.ChannelStream;
import org.byway.testing.Conversation;
import org.byway.testing.LoopbackServer.Temper;
import org.byway.transport.tls.Certificates;
import org.junit.jupiter.api.Test;

class HttpsProxyUpstreamTest implements HandshakeContract {
    private static final Certificates CERTIFICATES = Certificates.of("proxy.example", 1, 30);

    private final DialWorld world = new DialWorld();

    @Override
    public HandshakeScript script() {
        return new Secured(new HttpProxyScript());
    }

    @Override
    public DialWorld world() {
        return world;
    }

    @Test
    void streamCutInsideTlsDoesNotLookFinished() {
        world().serve(forwards(Temper.CLOSES));
        try (ChannelStream stream = dial()) {
            eventually("the end arrives", stream::isEnded);

            assertThat(stream.isCut()).isTrue();
        }
    }

    /** The plain script inside TLS. */
    private record Secured(HttpProxyScript inside) implements HandshakeScript {
        @Override
        public Upstream upstream(StreamDialer carrier, HostPort server, Optional<Login> login, Duration deadline) {
            TlsOptions tls = new TlsOptions(Optional.of("proxy.example"), List.of(CERTIFICATES.pin()), false);
            return HttpProxyUpstream.over(carrier, new HttpProxyEndpoint(server, login, Optional.of(tls)), deadline);
        }

        @Override
        public Conversation accept(Conversation client) throws IOException {
            return CERTIFICATES.accept(client);
        }

        @Override
        public String beforeYes(Conversation client) throws IOException {
            return inside.beforeYes(client);
        }

        @Override
        public byte[] yes() {
            return inside.yes();
        }

        @Override
        public List<Stop> stops() {
            return inside.stops();
        }

        @Override
        public List<Temper> wrongLogins() {
            return inside.wrongLogins();
        }

        @Override
        public Temper wantsLogin() {
            return inside.wantsLogin();
        }

        @Override
        public List<Refusal> refusals() {
            return inside.refusals();
        }

        @Override
        public List<String> garbage() {
            return inside.garbage();
        }

        @Override
        public Optional<String> endless() {
            return inside.endless();
        }
    }
}
