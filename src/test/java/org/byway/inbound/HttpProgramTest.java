package org.byway.inbound;

import java.time.Duration;
import java.util.List;
import org.byway.net.Blame;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.junit.jupiter.api.AfterEach;

/** {@link MixedInbound} as a program sees it that speaks HTTP CONNECT. */
class HttpProgramTest implements InboundContract {
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
        return List.of("CONNECT a.example:443 HTTP/1.1\r\nHost: a.example:443\r\n\r\n");
    }

    @Override
    public int answerBytes(int step) {
        return 0;
    }

    @Override
    public String yes() {
        return "HTTP/1.1 200 Connection established\r\n\r\n";
    }

    @Override
    public String no(DialException why) {
        if (why.fault() == Fault.SILENT) {
            return "HTTP/1.1 504 ";
        }
        if (why.fault() == Fault.LOCAL) {
            return "HTTP/1.1 503 ";
        }
        boolean isForbidden = why.fault() == Fault.FORBIDDEN && why.blame() == Blame.DESTINATION;
        return isForbidden ? "HTTP/1.1 403 " : "HTTP/1.1 502 ";
    }
}
