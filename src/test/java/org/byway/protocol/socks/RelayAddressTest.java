package org.byway.protocol.socks;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.byway.model.Destination;
import org.byway.model.HostPort;
import org.byway.net.SocksAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RelayAddressTest {
    @ParameterizedTest
    @CsvSource({"203.0.113.9, 198.51.100.1, 203.0.113.9", "0.0.0.0, 198.51.100.1, 198.51.100.1",
            "::, server.example, server.example", "10.1.2.3, 198.51.100.1, 198.51.100.1",
            "192.168.1.1, server.example, server.example", "fd00::1, 2001:db8::1, 2001:db8::1",
            "169.254.1.1, 198.51.100.1, 198.51.100.1", "127.0.0.1, 198.51.100.1, 198.51.100.1",
            "10.1.2.3, 10.9.9.9, 10.1.2.3", "127.0.0.1, 127.0.0.1, 127.0.0.1",
            "relay.example, server.example, relay.example"})
    void privateAddressOfAServerElsewhereMeansTheServer(String bound, String server, String relay) {
        ByteBuf bytes = Unpooled.buffer();
        SocksAddress.write(Destination.of(bound, 4000), bytes);

        assertThat(RelayAddress.read(bytes, new HostPort(server, 1080))).isEqualTo(Destination.of(relay, 4000));
    }
}
