package org.byway.practice;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.Unpooled;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.byway.netstack.wire.IpPacket;
import org.byway.netstack.wire.UdpDatagram;

/** The name server behind a tunnel (RFC 1035): a name has one IPv4 address or there is no such name. */
final class TunnelNames {
    private static final int PORT = 53;
    private static final int HEADER_BYTES = 12;
    private static final int ANSWER = 0x8180;
    private static final int NO_SUCH_NAME = 3;
    private static final int TYPE_A = 1;
    private static final int CLASS_IN = 1;
    private static final int NAME_OF_THE_QUESTION = 0xc00c;
    private static final int SECONDS = 60;

    private final Function<String, Optional<String>> addresses;

    /** @param addresses of names in lower case */
    TunnelNames(Function<String, Optional<String>> addresses) {
        this.addresses = addresses;
    }

    /** The packet that answers this one; absent where it is no question. */
    Optional<ByteBuf> answer(IpPacket packet) {
        UdpDatagram datagram = UdpDatagram.read(packet);
        if (datagram == null || datagram.destinationPort() != PORT
                || datagram.payload().readableBytes() <= HEADER_BYTES) {
            return Optional.empty();
        }
        ByteBuf question = datagram.payload();
        int end = endOfName(question);
        if (end < 0 || question.readableBytes() < end + 4) {
            return Optional.empty();
        }
        ByteBuf answer = Unpooled.buffer();
        write(question, end, answer);
        return Optional.of(new UdpDatagram(PORT, datagram.sourcePort(), answer).toPacket(packet.route().reversed(),
                ByteBufAllocator.DEFAULT));
    }

    private void write(ByteBuf question, int end, ByteBuf answer) {
        int start = question.readerIndex();
        Optional<String> address = addresses.apply(name(question, end));
        boolean isAsked = address.isPresent() && question.getUnsignedShort(start + end) == TYPE_A;
        answer.writeShort(question.getShort(start)).writeShort(ANSWER | (address.isPresent() ? 0 : NO_SUCH_NAME))
                .writeShort(1).writeShort(isAsked ? 1 : 0).writeInt(0)
                .writeBytes(question, start + HEADER_BYTES, end + 4 - HEADER_BYTES);
        if (isAsked) {
            byte[] bytes = InetAddress.ofLiteral(address.get()).getAddress();
            answer.writeShort(NAME_OF_THE_QUESTION).writeShort(TYPE_A).writeShort(CLASS_IN).writeInt(SECONDS)
                    .writeShort(bytes.length).writeBytes(bytes);
        }
    }

    /** Behind the zero that ends the name, or -1. */
    private static int endOfName(ByteBuf question) {
        int at = HEADER_BYTES;
        while (at < question.readableBytes()) {
            int length = question.getUnsignedByte(question.readerIndex() + at);
            if (length == 0) {
                return at + 1;
            }
            at += 1 + length;
        }
        return -1;
    }

    private static String name(ByteBuf question, int end) {
        StringBuilder name = new StringBuilder();
        int at = HEADER_BYTES;
        while (at < end - 1) {
            int length = question.getUnsignedByte(question.readerIndex() + at);
            name.append(name.isEmpty() ? "" : ".").append(question.toString(question.readerIndex() + at + 1, length,
                    StandardCharsets.US_ASCII));
            at += 1 + length;
        }
        return name.toString().toLowerCase(Locale.ROOT);
    }
}
