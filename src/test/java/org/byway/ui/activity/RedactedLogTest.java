package org.byway.ui.activity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.byway.engine.EngineEvent;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.engine.reason.Reason;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class RedactedLogTest {
    private final RedactedLog log = new RedactedLog(Words.forPerson(Optional.of("en")));

    @Test
    void noNameAndNoAddressOfAServerIsInIt() {
        NamedEndpoint unnamed = new NamedEndpoint(Samples.id(7), "203.0.113.9:1080");
        NamedEndpoint six = new NamedEndpoint(Samples.id(8), "[2001:db8::7]:443");
        NamedEndpoint host = new NamedEndpoint(Samples.id(9), "proxy.katya.example:8080");
        String text = log.write(List.of(
                Samples.at(0, new EngineEvent.Moved(unnamed, six, new Reason.Failed(unnamed, Stage.CONNECT,
                        Fault.SILENT))),
                Samples.at(5, new EngineEvent.Selected(host, new Reason.FirstChoice())),
                Samples.at(9, new EngineEvent.Selected(Samples.named(Samples.KEPT), new Reason.FirstChoice()))));
        assertThat(text).doesNotContain("203.0.113.9", "2001:db8", "katya", "Кати").contains("Endpoint-1",
                "SILENT", "2026-05-04T18:32:10Z");
    }

    @Test
    void oneEndpointKeepsItsNumber() {
        String text = log.write(Samples.evening());
        assertThat(text).doesNotContain("Oslo", "Amsterdam").contains("Endpoint-1", "Endpoint-2")
                .doesNotContain("Endpoint-3");
    }

    @Test
    void theLocalAddressMayStay() {
        assertThat(log.write(Samples.evening())).contains("127.0.0.1:1080");
    }
}
