package org.byway.inbound;

import java.time.Duration;
import java.util.List;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.junit.jupiter.api.AfterEach;

/** {@link MixedInbound} as a program sees it that speaks SOCKS5. */
class SocksProgramTest implements InboundContract {
    private final InboundWorld world = new InboundWorld(Duration.ofSeconds(10));

    @AfterEach
    void close() {
        world.close();
    }

    @Override
    public InboundWorld world() {
        return world;
    }

    @Override
    public List<String> steps() {
        return List.of("\5\1\0", "\5\1\0\3\11a.example\1\273");
    }

    @Override
    public int answerBytes(int step) {
        return 2;
    }

    @Override
    public String yes() {
        return "\5\0\0\1\0\0\0\0\0\0";
    }

    @Override
    public String no(DialException why) {
        return "\5" + (char) code(why);
    }

    /** RFC 1928, section 6; of the destination only what was found of the destination. */
    private static int code(DialException why) {
        if (why.blame() != Blame.DESTINATION) {
            return why.blame() == Blame.LOCAL_NETWORK ? 3 : 1;
        }
        return switch (why.fault()) {
            case FORBIDDEN -> 2;
            case NAME_NOT_FOUND, UNREACHABLE -> 4;
            case REFUSED -> 5;
            case SILENT -> 6;
            default -> 1;
        };
    }
}
