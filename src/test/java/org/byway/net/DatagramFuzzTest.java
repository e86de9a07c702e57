package org.byway.net;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Optional;
import org.byway.testing.CountedBuffers;
import org.byway.testing.FuzzContract;

/** A datagram, of a program or of a SOCKS5 server: it is read or dropped, and what is read is written back as it was. */
class DatagramFuzzTest implements FuzzContract {
    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        CountedBuffers buffers = new CountedBuffers();
        ByteBuf datagram = buffers.of(bytes, 0, bytes.length);
        SocksDatagram.read(datagram).ifPresent(packet -> {
            ByteBuf written = SocksDatagram.write(packet, buffers.allocator());
            Optional<Packet> again = SocksDatagram.read(written);

            assertThat(again.map(Packet::peer)).contains(packet.peer());
            assertThat(again.map(it -> ByteBufUtil.hexDump(it.content())))
                    .contains(ByteBufUtil.hexDump(packet.content()));
            again.ifPresent(Packet::release);
            packet.release();
            written.release();
        });
        datagram.release();
        buffers.requireNone();
    }
}
