package org.byway.netstack.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.byway.netstack.StackCounts;
import org.byway.netstack.wire.ForgedPackets;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.netstack.wire.TcpFlags;
import org.byway.netstack.wire.TcpOptions;
import org.byway.netstack.wire.TcpOptions.SackBlock;
import org.byway.netstack.wire.TcpSegment;
import org.byway.testing.FuzzContract;

/**
 * A connection in the middle of its life and a peer that knows its numbers: segments of any flags and options that lie about
 * what was received and sent, routers that lie about what is under way, in between time and a user. Each step is eight bytes
 * and what it asks for behind them. Nothing is thrown, no answer is a flood, and the connection comes to its end.
 */
class HostileSegmentFuzzTest implements FuzzContract {
    private static final int STEP_BYTES = 8;
    private static final int MOST_STEPS = 64;
    private static final int MOST_ANSWERS = 256;
    private static final int MOST_DATA = 1_400;
    private static final int MOST_WRITTEN = 60_000;

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        ByteBuf input = Unpooled.wrappedBuffer(bytes);
        int first = input.isReadable() ? input.readByte() : 0;
        TcpOptions.Timestamps stamps = (first & 2) == 0 ? null : new TcpOptions.Timestamps(7, 0);
        TcpOptions offer = new TcpOptions(1_000, (first & 4) == 0 ? TcpOptions.ABSENT : (first >>> 4) & 0xf,
                (first & 1) == 0, stamps, List.of());
        try (PacketScript script = new PacketScript(1_000, 1_420).open(offer)) {
            Peer peer = new Peer(script);
            for (int i = 0; i < MOST_STEPS && input.readableBytes() >= STEP_BYTES; i++) {
                peer.step(input);
                assertThat(script.device.sent()).hasSizeLessThan(MOST_ANSWERS);
                peer.look();
            }
            script.passes(Duration.ofMinutes(5));
            script.channel().close();
            script.passes(Duration.ofMinutes(3));

            assertThat(script.channel().isOpen()).isFalse();
            assertThat(script.stack.counts()).isEqualTo(new StackCounts(0, 0, 0));
        }
    }

    private static final class Peer {
        private final PacketScript script;
        private final IpRoute route = new IpRoute(PacketScript.PEER, PacketScript.OWN);
        private byte[] lastSent = new byte[0];
        private long expected = 1;
        private long unacknowledged = 1;
        private int written;

        Peer(PacketScript script) {
            this.script = script;
        }

        void step(ByteBuf input) {
            int kind = input.readUnsignedByte();
            int detail = input.readUnsignedByte();
            int here = input.readShort();
            int there = input.readShort();
            int size = input.readUnsignedShort();
            switch (kind & 7) {
                case 0, 1, 2 -> comes(segment(detail, here, there, size), options(input, kind >>> 3), size % MOST_DATA);
                case 3 -> comes(segment(detail, here, there, size), options(input, kind >>> 3), 0);
                case 4 -> comes(segment(detail, here, there, size), sack(input, (kind >>> 3) & 3), 0);
                case 5 -> script.passes(Duration.ofMillis(size));
                case 6 -> use(detail, size);
                default -> router(detail, here, there, size);
            }
            script.time.run();
        }

        /** What the stack has said last is what the next lie is about. */
        void look() {
            while (!script.device.sent().isEmpty()) {
                lastSent = script.device.sent().remove();
                IpPacket packet = Objects.requireNonNull(IpPacket.read(Unpooled.wrappedBuffer(lastSent)));
                TcpSegment seen = packet.protocol() == IpProtocol.TCP ? TcpSegment.read(packet) : null;
                if (seen != null && seen.has(TcpFlags.ACK)) {
                    expected = Math.max(expected, script.theirs.position(seen.acknowledgment(), expected));
                }
            }
        }

        private TcpSegment segment(int flags, int here, int there, int window) {
            long ack = unacknowledged + there;
            unacknowledged = Math.max(unacknowledged, Math.min(ack, 1 + written));
            return new TcpSegment(new TcpSegment.Ports(PacketScript.PORT, script.ownPort),
                    script.theirs.number(expected + here), script.ours.number(ack), flags, window, TcpOptions.NONE,
                    Unpooled.EMPTY_BUFFER);
        }

        private void comes(TcpSegment segment, byte[] options, int dataBytes) {
            script.device.bring(ForgedPackets.segment(route, segment, options, dataBytes));
        }

        private static byte[] options(ByteBuf input, int words) {
            byte[] options = new byte[Integer.BYTES * Math.min(words, 10)];
            input.readBytes(options, 0, Math.min(options.length, input.readableBytes()));
            return options;
        }

        private byte[] sack(ByteBuf input, int count) {
            List<SackBlock> blocks = new ArrayList<>();
            while (blocks.size() < count && input.readableBytes() >= Integer.BYTES) {
                long left = unacknowledged + input.readShort();
                blocks.add(new SackBlock(script.ours.number(left), script.ours.number(left + input.readShort())));
            }
            ByteBuf options = Unpooled.buffer().writeByte(1).writeByte(1).writeByte(5).writeByte(2 + 8 * blocks.size());
            blocks.forEach(it -> options.writeInt(it.left()).writeInt(it.right()));
            byte[] bytes = new byte[options.readableBytes()];
            options.readBytes(bytes);
            return bytes;
        }

        private void use(int how, int size) {
            switch (how & 7) {
                case 0 -> script.channel().config().setAutoRead(false);
                case 1 -> script.channel().config().setAutoRead(true);
                case 2 -> script.channel().shutdownOutput();
                case 3 -> script.channel().close();
                default -> write(Math.min(size % 20_000, MOST_WRITTEN - written));
            }
        }

        private void write(int bytes) {
            written += bytes;
            script.channel().writeAndFlush(Unpooled.wrappedBuffer(new byte[bytes]));
        }

        private void router(int code, int at, int by, int mtu) {
            if (lastSent.length > 0) {
                byte[] quote = lastSent.clone();
                quote[Math.floorMod(at, quote.length)] ^= (byte) by;
                script.device.bring(ForgedPackets.icmp(route, quote, (3 << 8) | code, mtu));
            }
        }
    }
}
