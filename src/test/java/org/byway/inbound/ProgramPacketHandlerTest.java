package org.byway.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.socket.DatagramPacket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.byway.model.Destination;
import org.byway.net.Packet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramPacketHandlerTest {
    private static final String ASK = "0000000109090909003561736b";
    private static final InetAddress HERE = InetAddress.ofLiteral("127.0.0.1");

    private EmbeddedChannel channel = declared(0);

    private static EmbeddedChannel declared(int port) {
        return new EmbeddedChannel(new ProgramPacketHandler(HERE, port));
    }

    @AfterEach
    void releaseAll() {
        channel.finishAndReleaseAll();
    }

    @Test
    void firstThatSendsIsTheProgram() {
        assertThat(isHeard("127.0.0.1", 5000)).isTrue();
        assertThat(isHeard("127.0.0.1", 5001)).isFalse();
        assertThat(isHeard("127.0.0.1", 5000)).isTrue();
    }

    @Test
    void declaredPortIsTheProgram() {
        channel = declared(6000);

        assertThat(isHeard("127.0.0.1", 5000)).isFalse();
        assertThat(isHeard("127.0.0.1", 6000)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.2", "192.0.2.1", "::1"})
    void anotherComputersDatagramIsNotHeard(String from) {
        assertThat(isHeard(from, 5000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "000000", "0000010109090909003561736b", "000000ff09090909003561736b"})
    void whatCannotBeReadPinsNobody(String bytes) {
        assertThat(isHeard("127.0.0.1", 4000, bytes)).isFalse();
        assertThat(isHeard("127.0.0.1", 5000)).isTrue();
    }

    @Test
    void answerGoesToTheProgramWithItsOrigin() {
        isHeard("127.0.0.1", 5000);
        channel.writeOutbound(new Packet(Destination.of("9.9.9.9", 53),
                Unpooled.copiedBuffer("ask", StandardCharsets.US_ASCII)));
        DatagramPacket answer = channel.readOutbound();

        assertThat(answer.recipient()).isEqualTo(new InetSocketAddress(HERE, 5000));
        assertThat(ByteBufUtil.hexDump(answer.content())).isEqualTo(ASK);
        answer.release();
    }

    @Test
    void answerBeforeTheFirstQuestionIsLost() {
        channel.writeOutbound(new Packet(Destination.of("9.9.9.9", 53), Unpooled.wrappedBuffer(new byte[3])));

        assertThat(channel.<Object>readOutbound()).isNull();
    }

    private boolean isHeard(String from, int port) {
        return isHeard(from, port, ASK);
    }

    private boolean isHeard(String from, int port, String bytes) {
        channel.writeInbound(new DatagramPacket(Unpooled.wrappedBuffer(ByteBufUtil.decodeHexDump(bytes)),
                new InetSocketAddress(HERE, 1), new InetSocketAddress(InetAddress.ofLiteral(from), port)));
        Packet packet = channel.readInbound();
        if (packet == null) {
            return false;
        }
        packet.release();
        return true;
    }
}
