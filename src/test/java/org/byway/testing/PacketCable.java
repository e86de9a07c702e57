package org.byway.testing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.byway.netstack.PacketDevice;

/** A cable for IP packets between two devices on one loop: they arrive in order after a delay, or not at all while it is cut. */
public final class PacketCable {
    private final EventLoop loop;
    private final Terms terms;
    private final End near;
    private final End far;
    private boolean isCut;
    private int longest;

    /**
     * What it carries.
     *
     * @param delay          in one direction
     * @param bytesPerSecond in each direction; 0 for any number
     * @param queued         how long a packet may wait for those before it; what would wait longer is lost
     */
    public record Terms(Duration delay, int mtu, long bytesPerSecond, Duration queued) {
        public static Terms of(Duration delay) {
            return new Terms(delay, 1_420, 0, Duration.ZERO);
        }
    }

    public PacketCable(EventLoop loop, Terms terms) {
        this.loop = loop;
        this.terms = terms;
        this.longest = terms.mtu();
        this.near = new End();
        this.far = new End();
        near.other = far;
        far.other = near;
    }

    public PacketDevice near() {
        return near;
    }

    public PacketDevice far() {
        return far;
    }

    /** Nothing comes through any more, nor what is under way. */
    public void cut() {
        isCut = true;
    }

    public void mend() {
        isCut = false;
    }

    /** From now on longer packets vanish, and nobody says so. */
    public void narrow(int bytes) {
        longest = bytes;
    }

    private final class End implements PacketDevice {
        private End other = this;
        private Consumer<ByteBuf> sink = ByteBuf::release;
        private long freeAt = loop.ticker().nanoTime();

        @Override
        public void send(ByteBuf packet) {
            long now = loop.ticker().nanoTime();
            long begins = Math.max(now, freeAt);
            if (isCut || packet.readableBytes() > longest
                    || (terms.bytesPerSecond() > 0 && begins - now > terms.queued().toNanos())) {
                packet.release();
                return;
            }
            freeAt = terms.bytesPerSecond() == 0
                    ? begins
                    : begins + packet.readableBytes() * TimeUnit.SECONDS.toNanos(1) / terms.bytesPerSecond();
            loop.schedule(() -> other.arrive(packet), freeAt - now + terms.delay().toNanos(), TimeUnit.NANOSECONDS);
        }

        private void arrive(ByteBuf packet) {
            if (isCut) {
                packet.release();
            } else {
                sink.accept(packet);
            }
        }

        @Override
        public void flush() {}

        @Override
        public void receive(Consumer<ByteBuf> taker) {
            sink = taker;
        }

        @Override
        public int mtu() {
            return terms.mtu();
        }
    }
}
