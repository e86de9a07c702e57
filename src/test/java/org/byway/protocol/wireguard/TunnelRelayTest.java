package org.byway.protocol.wireguard;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import org.byway.model.Destination;
import org.byway.net.Relay;
import org.byway.net.TrafficMeter;
import org.byway.testing.EmbeddedDuplex;
import org.byway.testing.PatternStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The engine's relay between a program and a stream in a tunnel: what one side does not take, the other cannot send. */
class TunnelRelayTest {
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Destination SITE = Destination.of("10.0.0.1", 80);
    private static final int MEGABYTE = 1 << 20;
    private static final int CHUNK = 32 * 1024;

    private final TunnelPair pair = new TunnelPair();
    private final LiveTunnel live = pair.live(Duration.ofSeconds(6));
    private final EmbeddedDuplex program = pair.time.channel();
    private final TrafficMeter meter = new TrafficMeter();
    private final Channel site = join();
    private long said;
    private long heard;
    private boolean isWrong;

    private Channel join() {
        Future<Channel> dial = live.dial(SITE);
        pair.pass(SECOND);
        Relay.join(program, dial.getNow(), meter);
        return pair.accepted.getFirst();
    }

    @AfterEach
    void close() {
        program.close();
        live.close();
        site.close();
        pair.pass(SECOND);
        pair.close();
    }

    @Test
    void siteCannotSendWhatTheProgramDoesNotTake() {
        program.fill();
        new PatternStream(8 * MEGABYTE).over(site);
        pair.pass(Duration.ofSeconds(30));

        assertThat(site.isWritable()).isFalse();
        assertThat(meter.read().down()).isLessThan(2 * MEGABYTE);
        program.drain();
        pair.pass(Duration.ofSeconds(30));
        hear();
        assertThat(heard).isEqualTo(8 * MEGABYTE);
        assertThat(isWrong).isFalse();
        assertThat(program.isOutputShutdown()).as("the site's end").isTrue();
    }

    @Test
    void programCannotSendWhatTheSiteDoesNotTake() {
        while (program.config().isAutoRead() && said < 64 * MEGABYTE) {
            say(CHUNK);
            pair.pass(Duration.ofMillis(20));
        }
        pair.pass(SECOND);
        assertThat(said).isLessThan(16 * MEGABYTE);
        long held = said;
        PatternStream reading = new PatternStream(0).over(site);
        pair.pass(Duration.ofSeconds(30));
        assertThat(program.config().isAutoRead()).isTrue();
        say(CHUNK);
        program.endInput();
        pair.pass(Duration.ofSeconds(5));

        assertThat(reading.isWholeAndEnded(held + CHUNK)).as(reading.toString()).isTrue();
    }

    @Test
    void siteAnswersAfterTheProgramsEnd() {
        say(1000);
        program.endInput();
        pair.pass(SECOND);
        assertThat(program.isOpen()).isTrue();
        PatternStream answer = new PatternStream(100_000).over(site);
        pair.pass(Duration.ofSeconds(5));
        hear();

        assertThat(answer.isWholeAndEnded(1000)).as(answer.toString()).isTrue();
        assertThat(heard).isEqualTo(100_000);
        assertThat(isWrong).isFalse();
        assertThat(program.isOpen()).as("both have ended").isFalse();
    }

    @Test
    void cutAtTheSiteIsACutForTheProgram() {
        say(1000);
        pair.pass(SECOND);
        site.config().setOption(ChannelOption.SO_LINGER, 0);
        site.close();
        pair.pass(SECOND);

        assertThat(program.isOpen()).isFalse();
    }

    private void say(int bytes) {
        ByteBuf buffer = Unpooled.buffer(bytes);
        for (int i = 0; i < bytes; i++) {
            buffer.writeByte(PatternStream.at(said++));
        }
        program.writeInbound(buffer);
    }

    private void hear() {
        for (ByteBuf each = program.readOutbound(); each != null; each = program.readOutbound()) {
            while (each.isReadable()) {
                isWrong |= each.readByte() != PatternStream.at(heard++);
            }
            each.release();
        }
    }
}
