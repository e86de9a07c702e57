package org.byway.netstack.dns;

import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A query, and the frame of a response (RFC 1035, section 4.1):
 *
 * <pre>
 *  0 id               2 QR, opcode, AA, TC, RD, RA, Z, RCODE
 *  4 questions        6 answers
 *  8 authorities     10 additional
 * 12 name, type, class of each question; then the records
 * </pre>
 */
final class DnsMessage {
    static final int HEADER_BYTES = 12;
    static final int CLASS_IN = 1;

    private static final int RECURSION_DESIRED = 0x0100;
    private static final int OPT = 41;
    /** What an answer may take so that it is not fragmented (RFC 6891, section 6.2.5). */
    private static final int UDP_PAYLOAD_BYTES = 1_232;
    private static final int LONGEST_LABEL = 63;
    private static final int LONGEST_NAME = 253;

    private DnsMessage() {}

    /** Whether a name can be asked for at all (RFC 1035, section 2.3.4). */
    static boolean isAskable(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (String label : name.split("\\.", -1)) {
            if (label.isEmpty() || label.length() > LONGEST_LABEL) {
                return false;
            }
        }
        return true;
    }

    /** A query that asks for recursion, and says by EDNS(0) how much it takes. */
    static void writeQuery(ByteBuf to, int id, Question question) {
        to.writeShort(id).writeShort(RECURSION_DESIRED).writeShort(1).writeShort(0).writeShort(0).writeShort(1);
        writeQuestion(to, question);
        to.writeByte(0).writeShort(OPT).writeShort(UDP_PAYLOAD_BYTES).writeInt(0).writeShort(0);
    }

    private static void writeQuestion(ByteBuf to, Question question) {
        for (String label : question.name().split("\\.", -1)) {
            byte[] bytes = label.getBytes(StandardCharsets.ISO_8859_1);
            to.writeByte(bytes.length).writeBytes(bytes);
        }
        to.writeByte(0).writeShort(question.type().number()).writeShort(CLASS_IN);
    }

    /** Reads what answers this question under this id, or {@code null} where it is something else. */
    static @Nullable Answer readAnswer(ByteBuf response, int id, Question question) {
        try {
            return new AnswerReader(response.slice(), question).read(id);
        } catch (IndexOutOfBoundsException truncated) {
            return null;
        }
    }
}
