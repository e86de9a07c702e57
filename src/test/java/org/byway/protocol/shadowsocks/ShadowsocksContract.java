package org.byway.protocol.shadowsocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.byway.testing.Eventually.eventually;

import io.netty.channel.Channel;
import java.util.Optional;
import org.byway.model.Secret;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.net.ServerPacketDialer;
import org.byway.protocol.UpstreamContract;
import org.byway.testing.ChannelStream;
import org.byway.testing.LoopbackServer.Temper;
import org.junit.jupiter.api.Test;

/** What Shadowsocks promises with each of its methods. */
interface ShadowsocksContract extends UpstreamContract {
    @Override
    ShadowsocksScript script();

    @Test
    default void itDoesNotClaimThatADialIsConfirmed() {
        assertThat(world().upstream(script(), Optional.empty()).confirms()).isFalse();
    }

    @Test
    default void silentServerIsReadyAllTheSame() {
        world().serve(Temper.SILENT);
        try (ChannelStream stream = dial()) {
            stream.send("hello");

            assertThat(stream.isEnded()).isFalse();
        }
    }

    @Test
    default void serverThatClosesWithoutAByteEndsTheStream() {
        world().serve(Temper.CLOSES);
        try (ChannelStream stream = dial()) {
            eventually("the end arrives", stream::isEnded);
        }
    }

    @Test
    default void serverThatTalksNonsenseIsLeftAtOnce() {
        world().serve(client -> client.send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nServer: web\r\n\r\n")
                .readToEnd());
        Channel channel = open();
        ChannelStream.over(channel);

        assertThat(channel.closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    default void serverWithAnotherPasswordIsLeftAtOnce() {
        ShadowsocksScript other = new ShadowsocksScript(script().method(), "another");
        world().serve(client -> other.accept(client).send("sealed with another key").readToEnd());
        Channel channel = open();
        ChannelStream.over(channel);

        assertThat(channel.closeFuture().awaitUninterruptibly(5000)).isTrue();
    }

    @Test
    default void passwordIsPrintedNowhere() {
        ShadowsocksEndpoint endpoint = new ShadowsocksEndpoint(world().server().address(), script().method(),
                Secret.of("hunter2secretplant"));

        assertThat(
                ShadowsocksUpstream.over(world().carrier(), new ServerPacketDialer(), endpoint) + endpoint.toString())
                .doesNotContain("hunter2");
    }
}
