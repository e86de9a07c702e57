package org.byway.netstack;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.byway.model.Destination;
import org.byway.net.DrainHandler;
import org.byway.netstack.wire.PacketRepair;
import org.byway.testing.CountedBuffers;
import org.byway.testing.FuzzContract;
import org.byway.testing.TestScheduler;

/**
 * Packets of a hostile peer, at a stack that opens, has opened, asks for a name and listens for datagrams. Each begins with
 * its length in two bytes, of which the highest bit has its checksums made right. The stack never throws, keeps nothing for
 * ever, and answers no packet with many.
 */
class HostilePacketFuzzTest implements FuzzContract {
    private static final int IS_REPAIRED = 0x8000;
    private static final int MOST_ANSWERS = 64;

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        CountedBuffers buffers = new CountedBuffers();
        try (TestScheduler time = new TestScheduler()) {
            ScriptDevice device = new ScriptDevice(1_420);
            TunnelStack stack = new TunnelStack(device, TunnelPair.ADDRESSES, time.loop(), new Random(7));
            List<Future<Channel>> dials = List.of(
                    stack.streams().dial(Destination.of("198.51.100.7", 443), time.loop()),
                    stack.streams().dial(Destination.of("2001:db8::7", 443), time.loop()),
                    stack.streams().dial(Destination.of("name.example", 443), time.loop()),
                    stack.packets().open(time.loop()));
            time.run();
            PacketRepair repair = new PacketRepair(List.copyOf(device.sent()));
            ByteBuf input = Unpooled.wrappedBuffer(bytes);
            while (input.readableBytes() > 2) {
                int head = input.readUnsignedShort();
                byte[] packet = new byte[Math.min(head & 0xfff, input.readableBytes())];
                input.readBytes(packet);
                if ((head & IS_REPAIRED) != 0) {
                    repair.repair(packet);
                }
                device.sent().clear();
                device.bring(buffers.of(packet, 0, packet.length));
                time.run();
                assertThat(device.sent()).hasSizeLessThan(MOST_ANSWERS);
                dials.stream().filter(it -> it.isSuccess() && !it.getNow().config().isAutoRead())
                        .forEach(it -> read(it.getNow()));
                time.run();
            }
            time.advance(Duration.ofMinutes(5));
            stack.close();
            time.advance(Duration.ofSeconds(70));

            assertThat(dials).allMatch(Future::isDone);
            assertThat(stack.counts()).isEqualTo(new StackCounts(0, 0, 0));
        }
        buffers.requireNone();
    }

    private static void read(Channel channel) {
        channel.pipeline().addLast(new DrainHandler());
        channel.config().setAutoRead(true);
    }
}
