package org.byway.netstack.dns;

import io.netty.buffer.ByteBuf;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.byway.netstack.wire.IpAddress;
import org.jspecify.annotations.Nullable;

/**
 * Reads the addresses of one response, through the chain of its canonical names (RFC 1035, section 3.6.2).
 *
 * <p>Reads past the end throw {@link IndexOutOfBoundsException}, which {@link DnsMessage#readAnswer} turns into no answer.
 */
final class AnswerReader {
    private static final int RESPONSE = 0x8000;
    private static final int OPCODE = 0x7800;
    private static final int TRUNCATED = 0x0200;
    private static final int RCODE = 0xf;
    private static final int NO_ERROR = 0;
    private static final int NAME_ERROR = 3;

    private static final int CNAME = 5;
    private static final int POINTER = 0xc0;
    private static final int MOST_POINTERS = 32;
    private static final int MOST_CANONICAL_NAMES = 8;
    private static final int MOST_RECORDS = 64;
    private static final int LONGEST_NAME = 255;
    private static final long LONGEST = Long.MAX_VALUE;

    private final ByteBuf response;
    private final Question question;
    private final List<Link> links = new ArrayList<>();
    private final List<Found> found = new ArrayList<>();
    private int at;

    /** A name that is another's alias. */
    private record Link(String owner, String target, long seconds) {}

    /** An address of a name. */
    private record Found(String owner, IpAddress address, long seconds) {}

    AnswerReader(ByteBuf response, Question question) {
        this.response = response;
        this.question = question;
        this.at = response.readerIndex() + DnsMessage.HEADER_BYTES;
    }

    @Nullable
    Answer read(int id) {
        int start = response.readerIndex();
        int flags = response.getUnsignedShort(start + 2);
        boolean isOurs = response.getUnsignedShort(start) == id && (flags & RESPONSE) != 0 && (flags & OPCODE) == 0
                && response.getUnsignedShort(start + 4) == 1 && isQuestion();
        if (!isOurs) {
            return null;
        }
        int code = flags & RCODE;
        if ((flags & TRUNCATED) != 0) {
            return new Answer(false, true, List.of(), 0);
        }
        if (code != NO_ERROR && code != NAME_ERROR) {
            return new Answer(false, false, List.of(), 0);
        }
        readRecords(Math.min(MOST_RECORDS, response.getUnsignedShort(start + 6)));
        return chained();
    }

    private boolean isQuestion() {
        boolean isName = name().equals(question.name());
        int type = response.getUnsignedShort(at);
        int inClass = response.getUnsignedShort(at + 2);
        at += 4;
        return isName && type == question.type().number() && inClass == DnsMessage.CLASS_IN;
    }

    private void readRecords(int count) {
        for (int i = 0; i < count; i++) {
            String owner = name();
            int type = response.getUnsignedShort(at);
            boolean isInternet = response.getUnsignedShort(at + 2) == DnsMessage.CLASS_IN;
            long seconds = response.getUnsignedInt(at + 4);
            int length = response.getUnsignedShort(at + 8);
            at += 10;
            int behind = at + length;
            if (isInternet && type == CNAME) {
                links.add(new Link(owner, name(), seconds));
            } else if (isInternet && type == question.type().number() && length == question.type().addressBytes()) {
                found.add(new Found(owner, IpAddress.read(response, at, question.type() == RecordType.AAAA), seconds));
            }
            at = behind;
        }
    }

    private Answer chained() {
        String owner = question.name();
        long seconds = LONGEST;
        for (int i = 0; i <= MOST_CANONICAL_NAMES; i++) {
            String asked = owner;
            List<Found> here = found.stream().filter(it -> it.owner().equals(asked)).toList();
            if (!here.isEmpty()) {
                long least = here.stream().mapToLong(Found::seconds).min().orElse(0);
                return new Answer(true, false, here.stream().map(Found::address).toList(), Math.min(seconds, least));
            }
            Link link = links.stream().filter(it -> it.owner().equals(asked)).findFirst().orElse(null);
            if (link == null) {
                break;
            }
            owner = link.target();
            seconds = Math.min(seconds, link.seconds());
        }
        return new Answer(true, false, List.of(), 0);
    }

    /** Section 4.1.4: labels, of which the rest may be a pointer to where they stood before. */
    private String name() {
        StringBuilder name = new StringBuilder();
        int place = at;
        int behind = -1;
        for (int pointers = 0; pointers < MOST_POINTERS && name.length() <= LONGEST_NAME;) {
            int length = response.getUnsignedByte(place);
            if (length == 0) {
                at = behind < 0 ? place + 1 : behind;
                return name.toString().toLowerCase(Locale.ROOT);
            }
            if ((length & POINTER) == POINTER) {
                behind = behind < 0 ? place + 2 : behind;
                place = response.readerIndex() + (response.getUnsignedShort(place) & 0x3fff);
                pointers++;
            } else if ((length & POINTER) == 0) {
                name.append(name.isEmpty() ? "" : ".");
                for (int i = 1; i <= length; i++) {
                    name.append((char) response.getUnsignedByte(place + i));
                }
                place += 1 + length;
            } else {
                break;
            }
        }
        throw new IndexOutOfBoundsException("no name");
    }
}
