package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AmneziaLinksTest {
    private static final String KEY = "YHPCpGMQT3BRYbGkuMQTPfQDLBCLvl5BVNNTtPZ5Ak4=";
    private static final String CONFIG = "[Interface]\\\\nPrivateKey = " + KEY + "\\\\nAddress = 10.8.1.2/32\\\\n"
            + "DNS = $PRIMARY_DNS, $SECONDARY_DNS\\\\nJc = 4\\\\nJmin = 10\\\\nJmax = 50\\\\n\\\\n[Peer]\\\\nPublicKey = "
            + KEY + "\\\\nAllowedIPs = 0.0.0.0/0\\\\nEndpoint = 203.0.113.7:41001\\\\n";
    private static final String PROFILE = """
            {"containers":[{"container":"amnezia-awg","awg":{"last_config":"{\\"config\\":\\"%s\\"}","port":"41001"}},
            {"container":"amnezia-openvpn","openvpn":{"last_config":"{\\"config\\":\\"client\\"}"}}],
            "defaultContainer":"amnezia-awg","description":"My server","dns1":"1.1.1.1","dns2":"1.0.0.1",
            "hostName":"203.0.113.7"}""".formatted(CONFIG);

    @Test
    void containerOfAmneziaWgIsRead() throws IOException {
        List<ListEntry> entries = Importers.read(compressed(PROFILE), "s").entries();

        assertThat(entries).singleElement().satisfies(it -> {
            assertThat(it.name()).isEqualTo("My server");
            assertThat(it.endpoint().protocol()).isEqualTo("amneziawg");
            assertThat(((WireGuardEndpoint) it.endpoint()).resolvers()).containsExactly("1.1.1.1", "1.0.0.1");
        });
    }

    @Test
    void profileThatIsNotCompressedIsRead() {
        String link = "vpn://" + Base64.getUrlEncoder().withoutPadding()
                .encodeToString(PROFILE.getBytes(StandardCharsets.UTF_8));

        assertThat(Importers.read(link, "s").entries()).hasSize(1);
    }

    @Test
    void keyOfTheGatewayIsRefusedByName() throws IOException {
        assertThat(Importers.read(compressed("{\"api_key\":\"x\",\"config_version\":1}"), "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.ONLY_IN_AMNEZIA, "vpn://"));
    }

    @Test
    void profileOfAnotherProtocolIsKept() throws IOException {
        String other = "{\"containers\":[{\"container\":\"amnezia-xray\",\"xray\":{\"last_config\":\"{}\"}}],"
                + "\"hostName\":\"203.0.113.7\"}";

        assertThat(Importers.read(compressed(other), "s").entries()).singleElement()
                .satisfies(it -> assertThat(it.endpoint()).isInstanceOf(UnsupportedEndpoint.class));
    }

    @ParameterizedTest
    @ValueSource(strings = {"vpn://", "vpn://%%%", "vpn://AAAA", "vpn://e30"})
    void whatCannotBeReadIsSaid(String link) {
        assertThat(Importers.read(link, "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.UNREADABLE_LINK, "vpn://"));
    }

    /** A thousand times its size is no profile. */
    @Test
    void bombIsNotInflated() throws IOException {
        assertThat(Importers.read(compressed(" ".repeat(40_000_000)), "s").entries()).isEmpty();
    }

    private static String compressed(String json) throws IOException {
        byte[] text = json.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ByteBuffer.allocate(4).putInt(text.length).array());
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(bytes)) {
            deflater.write(text);
        }
        return "vpn://" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.toByteArray());
    }
}
