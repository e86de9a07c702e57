package org.byway.engine.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Instant;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.Destination;
import org.byway.model.EndpointId;
import org.byway.net.DialException;
import org.byway.net.Flow;
import org.byway.net.FlowReply;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter;
import org.byway.net.TrafficMeter.Traffic;
import org.junit.jupiter.api.Test;

class ConnectionBookTest {
    private static final NamedEndpoint ONE = new NamedEndpoint(new EndpointId("aaaaaaaaaa"), "one");
    private static final Instant NOW = Instant.parse("2026-05-04T18:00:00Z");

    private final ConnectionBook book = new ConnectionBook(() -> NOW);
    private final EmbeddedChannel client = new EmbeddedChannel();
    private final EmbeddedChannel server = new EmbeddedChannel();

    @Test
    void anOpenStreamIsInItWithWhatMoved() {
        open();
        client.writeInbound(Unpooled.wrappedBuffer(new byte[5]));
        server.writeInbound(Unpooled.wrappedBuffer(new byte[70]));
        assertThat(book.now()).containsExactly(new OpenConnection(1, Destination.of("example.org", 443), ONE, NOW,
                new Traffic(5, 70, 1)));
        assertThat(book.totals()).containsEntry(ONE.id(), new Traffic(5, 70, 1));
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
    }

    @Test
    void whatHasEndedIsGoneAndStaysInTheTotals() {
        open();
        server.writeInbound(Unpooled.wrappedBuffer(new byte[70]));
        client.finishAndReleaseAll();
        server.finishAndReleaseAll();
        assertThat(book.now()).isEmpty();
        assertThat(book.totals()).containsEntry(ONE.id(), new Traffic(0, 70, 0));
    }

    @Test
    void closingEndsBothSidesAndASecondTimeNothing() {
        open();
        book.close(1);
        client.runPendingTasks();
        server.runPendingTasks();
        assertThat(client.isActive()).isFalse();
        assertThat(server.isActive()).isFalse();
        book.close(1);
        book.close(99);
        assertThat(book.now()).isEmpty();
    }

    private void open() {
        Relay relay = Relay.join(client, server, new TrafficMeter());
        book.add(new Flow(Destination.of("example.org", 443), client, new Reply()), ONE, relay);
    }

    private static final class Reply implements FlowReply {
        @Override
        public void succeeded() {}

        @Override
        public void failed(DialException why) {}
    }
}
