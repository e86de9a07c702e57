package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.byway.model.AddressBlock;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.NumberRange;
import org.byway.model.endpoint.AmneziaOptions;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireGuardFileImporterTest implements ImporterContract {
    private static final String KEY = "YHPCpGMQT3BRYbGkuMQTPfQDLBCLvl5BVNNTtPZ5Ak4=";
    private static final String FILE = """
            [Interface]
            PrivateKey = %1$s
            Address = 10.8.1.2/32
            Address = fd00::2/128
            DNS = 1.1.1.1, 1.0.0.1, corp.example
            PostUp = iptables -A FORWARD

            [peer]
            PUBLICKEY=%1$s # the server
            PresharedKey = %1$s
            AllowedIPs = 0.0.0.0/0, ::/0
            Endpoint = vpn.example:51820
            PersistentKeepalive = 25
            """.formatted(KEY);

    @Override
    public ListImporter importer() {
        return new WireGuardFileImporter();
    }

    /** A file rather than a link is what this importer takes. */
    @Override
    @Property(tries = 300)
    public void readsWhatIsWritten(@ForAll("entries") ListEntry entry) {
        WireGuardEndpoint endpoint = WireGuardSamples.of(entry.name().hashCode(), entry.endpoint().server());

        assertThat(importer().read(WireGuardText.file(endpoint), "s").entries()).singleElement()
                .satisfies(it -> assertThat(it.endpoint()).isEqualTo(endpoint));
    }

    @Test
    void everyFieldIsRead() {
        WireGuardEndpoint endpoint = read(FILE);

        assertThat(endpoint.server()).isEqualTo(new HostPort("vpn.example", 51820));
        assertThat(endpoint.addresses()).containsExactly(AddressBlock.parse("10.8.1.2/32"),
                AddressBlock.parse("fd00::2/128"));
        assertThat(endpoint.resolvers()).containsExactly("1.1.1.1", "1.0.0.1");
        assertThat(endpoint.mtu()).isEqualTo(1420);
        assertThat(endpoint.privateKey().reveal()).isEqualTo(KEY);
        assertThat(endpoint.peers().getFirst().keepalive()).contains(NumberRange.of(25));
        assertThat(endpoint.peers().getFirst().presharedKey()).isPresent();
        assertThat(endpoint.amnezia()).isEmpty();
        assertThat(endpoint.protocol()).isEqualTo("wireguard");
    }

    @Test
    void amneziasFieldsAreRead() {
        AmneziaOptions amnezia = read(FILE.replace("[peer]", """
                Jc = 4
                Jmin = 40
                Jmax = 70
                S1 = 15
                S2 = 16
                H1 = 1000-2000
                H2 = 3000
                I1 = <b 0xDEADBEEF><rc 8><t>
                J1 = <r 5>
                Itime = 120
                [peer]""")).amnezia().orElseThrow();

        assertThat(amnezia.junk()).isEqualTo(new AmneziaOptions.Junk(4, 40, 70));
        assertThat(amnezia.padding()).isEqualTo(new AmneziaOptions.Padding(15, 16, 0, 0));
        assertThat(amnezia.headers()).containsExactly(new NumberRange(1000, 2000), NumberRange.of(3000),
                NumberRange.of(3), NumberRange.of(4));
        assertThat(amnezia.specials()).containsExactly("<b 0xDEADBEEF><rc 8><t>");
    }

    /** Fields that are there and say what they say anyway make no other protocol of it. */
    @Test
    void amneziasFieldsThatChangeNothingArePlainWireGuard() {
        assertThat(read(FILE.replace("[peer]", "Jc = 0\nS1 = 0\nH1 = 1\nH4 = 4\n[peer]")).protocol())
                .isEqualTo("wireguard");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"PrivateKey = %s|PrivateKey = short|2|BAD_KEY",
            "Endpoint = vpn.example:51820|Endpoint = vpn.example|12|NO_PORT", "Endpoint = vpn.example:51820||1|NO_HOST",
            "10.8.1.2/32|10.8.1.2/33|4|BAD_ADDRESS_BLOCK", "DNS = 1.1.1.1, 1.0.0.1, corp.example|MTU = 40|1|BAD_MTU",
            "DNS = 1.1.1.1, 1.0.0.1, corp.example|MTU = many|5|BAD_NUMBER",
            "DNS = 1.1.1.1, 1.0.0.1, corp.example|H1 = 4|1|BAD_HEADERS",
            "DNS = 1.1.1.1, 1.0.0.1, corp.example|I1 = <zz 5>|5|BAD_SPECIAL_DATAGRAM",
            "DNS = 1.1.1.1, 1.0.0.1, corp.example|Jmin = 9|5|BAD_JUNK",
            "[peer]|[other]|1|NO_PEER"})
    void whatIsWrongIsSaidAtItsLine(String right, String wrong, int line, Rejection why) {
        String text = FILE.replace(right.formatted(KEY), wrong == null ? "" : wrong);
        if (why == Rejection.BAD_JUNK) {
            text = text.replace("PostUp = iptables -A FORWARD", "Jmax = 5");
        }

        assertThat(importer().read(text, "s").verdicts()).filteredOn(LineVerdict.Rejected.class::isInstance)
                .containsExactly(new LineVerdict.Rejected(line, why, ""));
    }

    @Test
    void nameIsThatOfTheFileOrOfAComment() {
        assertThat(importer().read(FILE, "/somewhere/berlin.conf").entries().getFirst().name()).isEqualTo("berlin");
        assertThat(importer().read("# Name = Paris\n" + FILE, "berlin.conf").entries().getFirst().name())
                .isEqualTo("Paris");
        assertThat(importer().read(FILE, "pasted").entries().getFirst().name()).isEqualTo("vpn.example:51820");
    }

    @Test
    void importersTakeAFileForWhatItIs() {
        assertThat(Importers.read(FILE, "s").entries()).singleElement()
                .satisfies(it -> assertThat(it.endpoint()).isInstanceOf(WireGuardEndpoint.class));
    }

    @Test
    void linksOfOtherProgramsAreRead() {
        String key = Percent.encode(KEY);
        List<String> links = List.of(
                "wireguard://" + key + "@1.2.3.4:51820?publickey=" + key
                        + "&address=10.0.0.2/32,fd00::2/128&reserved=1,2,3&mtu=1280#Name",
                "wg://1.2.3.4:51820?publicKey=" + key + "&privateKey=" + key
                        + "&ip=10.0.0.2&dns=1.1.1.1&keepalive=25&udp=1",
                "awg://" + key + "@1.2.3.4?publickey=" + key + "&address=10.0.0.2/32&jc=3&jmin=10&jmax=20&h1=7");
        List<ListEntry> entries = Importers.read(String.join("\n", links), "s").entries();

        assertThat(entries).hasSize(3).allMatch(it -> it.endpoint() instanceof WireGuardEndpoint);
        assertThat(((WireGuardEndpoint) entries.getFirst().endpoint()).peers().getFirst().reserved())
                .contains("010203");
        assertThat(entries.getFirst().name()).isEqualTo("Name");
        assertThat(entries.getLast().endpoint().protocol()).isEqualTo("amneziawg");
        assertThat(entries.getLast().endpoint().server().port()).isEqualTo(51820);
    }

    @Test
    void refusedValueIsNotRepeated() {
        String link = "wireguard://hunter2secretplant@1.2.3.4:5?address=10.0.0.2";

        assertThat(Importers.read(link, "s").verdicts().toString()).doesNotContain("hunter2");
        assertThat(Importers.read(link, "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.BAD_KEY, "wireguard://1.2.3.4"));
    }

    private WireGuardEndpoint read(String text) {
        return Optional.of(importer().read(text, "s").entries().getFirst().endpoint())
                .map(WireGuardEndpoint.class::cast)
                .orElseThrow();
    }
}
