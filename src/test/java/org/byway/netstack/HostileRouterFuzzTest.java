package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.net.DrainHandler;
import org.byway.net.Packet;
import org.byway.netstack.wire.ForgedPackets;
import org.byway.netstack.wire.IpFragment;
import org.byway.netstack.wire.IpProtocol;
import org.byway.netstack.wire.IpRoute;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * Routers that quote what the stack has sent, cut, changed and with any type and code, and hosts that send datagrams in parts
 * which overlap, repeat and never end; of both families. Each step is eight bytes and what it asks for behind them. The stack
 * never throws, keeps nothing for ever, and answers no packet with many.
 */
class HostileRouterFuzzTest implements FuzzContract {
    private static final int STEP_BYTES = 8;
    private static final int MOST_ANSWERS = 64;

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        try (TestScheduler time = new TestScheduler()) {
            ScriptDevice device = new ScriptDevice(1_420);
            TunnelStack stack = new TunnelStack(device, TunnelPair.ADDRESSES, time.loop(), new Random(7));
            List<Future<Channel>> dials = dials(stack, time);
            List<byte[]> sent = new ArrayList<>(device.sent());
            ByteBuf input = Unpooled.wrappedBuffer(bytes);
            while (input.readableBytes() >= STEP_BYTES) {
                device.sent().clear();
                step(input, device, sent);
                time.run();
                assertThat(device.sent()).hasSizeLessThan(MOST_ANSWERS);
                if (input.isReadable() && input.getByte(input.readerIndex()) == -1) {
                    time.advance(Duration.ofSeconds(input.readUnsignedByte()));
                }
            }
            time.advance(Duration.ofMinutes(5));
            stack.close();
            time.advance(Duration.ofSeconds(70));

            assertThat(dials).allMatch(Future::isDone);
            assertThat(stack.counts()).isEqualTo(new StackCounts(0, 0, 0));
        }
    }

    private static List<Future<Channel>> dials(TunnelStack stack, TestScheduler time) {
        List<Future<Channel>> dials = List.of(stack.streams().dial(Destination.of("198.51.100.7", 443), time.loop()),
                stack.streams().dial(Destination.of("2001:db8::7", 443), time.loop()),
                stack.streams().dial(Destination.of("name.example", 443), time.loop()),
                stack.packets().open(time.loop()));
        Channel packets = dials.getLast().getNow();
        packets.pipeline().addLast(new DrainHandler());
        packets.config().setAutoRead(true);
        packets.write(new Packet(Destination.of("198.51.100.7", 443), TunnelScript.text("four")));
        packets.writeAndFlush(new Packet(Destination.of("2001:db8::7", 443), TunnelScript.text("six")));
        time.run();
        return dials;
    }

    private static void step(ByteBuf input, ScriptDevice device, List<byte[]> sent) {
        int kind = input.readUnsignedByte();
        byte[] ours = sent.get(input.readUnsignedByte() % sent.size());
        int detail = input.readUnsignedShort();
        int rest = input.readInt();
        IpRoute back = ForgedPackets.back(ours);
        device.bring((kind & 1) == 0
                ? ForgedPackets.icmp(back, quote(ours, kind >>> 1, rest), detail, rest)
                : part(input, back, kind >>> 1, (detail << 16) | (rest & 0xffff)));
    }

    /** Cut where the lowest bit says so, else changed at a place. */
    private static byte[] quote(byte[] ours, int how, int by) {
        int at = Math.min(how >>> 1, ours.length - 1);
        if ((how & 1) != 0) {
            return Arrays.copyOf(ours, at);
        }
        byte[] quote = ours.clone();
        quote[at] ^= (byte) (by >>> 24);
        return quote;
    }

    private static ByteBuf part(ByteBuf input, IpRoute back, int how, int place) {
        byte[] data = new byte[Math.min(input.readableBytes(), (place >>> 16) & 0x7f)];
        input.readBytes(data);
        int protocol = switch ((how >>> 1) & 3) {
            case 0, 1 -> IpProtocol.UDP;
            case 2 -> IpProtocol.TCP;
            default -> back.isV6() ? IpProtocol.ICMPV6 : IpProtocol.ICMP;
        };
        IpFragment part = new IpFragment((place >>> 8) & 0xff, (place >>> 23) | ((place & 0xf) << 9), (how & 1) != 0);
        return ForgedPackets.fragment(back, part, protocol, Unpooled.wrappedBuffer(data));
    }
}
