package org.byway.netstack.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import org.byway.netstack.wire.IpAddress;
import org.byway.testing.FuzzContract;

/**
 * Answers of a hostile resolver, which knows the question: the first byte says which family was asked for and whether id and
 * question are made right. Whatever it says, there is an answer or none, with bounded addresses of the right family.
 */
class HostileAnswerFuzzTest implements FuzzContract {
    private static final int ID = 0x1234;
    private static final int IS_REPAIRED = 2;
    private static final int MOST_ADDRESSES = 64;
    private static final byte[] NAME = {3, 'w', 'w', 'w', 7, 'e', 'x', 'a', 'm', 'p', 'l', 'e', 3, 'o', 'r', 'g', 0};

    @FuzzTest(maxDuration = SEARCH)
    void search(byte[] bytes) {
        keepsItsPromises(bytes);
    }

    @Override
    public void keepsItsPromises(byte[] bytes) {
        if (bytes.length == 0) {
            return;
        }
        RecordType type = (bytes[0] & 1) == 0 ? RecordType.A : RecordType.AAAA;
        ByteBuf answer = Unpooled.wrappedBuffer(Arrays.copyOfRange(bytes, 1, bytes.length));
        if ((bytes[0] & IS_REPAIRED) != 0 && answer.readableBytes() >= DnsMessage.HEADER_BYTES + NAME.length + 4) {
            answer.setShort(0, ID).setShort(4, 1).setBytes(DnsMessage.HEADER_BYTES, NAME);
            answer.setByte(2, (answer.getByte(2) & 0x87) | 0x80);
            answer.setShort(DnsMessage.HEADER_BYTES + NAME.length, type.number())
                    .setShort(DnsMessage.HEADER_BYTES + NAME.length + 2, DnsMessage.CLASS_IN);
        }
        Answer read = DnsMessage.readAnswer(answer, ID, new Question("www.example.org", type));

        if (read != null) {
            assertThat(read.addresses()).hasSizeLessThanOrEqualTo(MOST_ADDRESSES)
                    .allMatch((IpAddress it) -> it.isV6() == (type == RecordType.AAAA));
            assertThat(read.seconds()).isNotNegative();
        }
    }
}
