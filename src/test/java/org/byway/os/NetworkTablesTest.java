package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each system's tables look like, and what is read out of them. */
class NetworkTablesTest {
    private static final String LINUX_ROUTES = """
            Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT
            wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0
            eth0\t00000000\t010200C0\t0003\t0\t0\t100\t00000000\t0\t0\t0
            eth0\t000200C0\t00000000\t0001\t0\t0\t100\t00FFFFFF\t0\t0\t0
            wlan0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0
            """;
    private static final String LINUX_ARP = """
            IP address       HW type     Flags       HW address            Mask     Device
            192.0.2.1        0x1         0x2         02:fc:00:00:00:05     *        eth0
            192.168.1.1      0x1         0x0         00:00:00:00:00:00     *        wlan0
            """;
    private static final String LINUX_IPV6 = """
            20010db8000100000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000001 00000000 00000001     eth0
            fe800000000000000000000000000000 40 00000000000000000000000000000000 00 00000000000000000000000000000000 00000100 00000002 00000000 00000001     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 fe80000000000000021122fffe334455 00000400 00000003 00000000 00000003     eth0
            00000000000000000000000000000000 00 00000000000000000000000000000000 00 00000000000000000000000000000000 ffffffff 00000001 00000000 00200200       lo
            """;
    private static final String MAC_NETSTAT = """
            Routing tables

            Internet:
            Destination        Gateway            Flags               Netif Expire
            default            192.168.1.1        UGScg                 en0
            default            link#18            UCSIg             bridge100      !
            127                127.0.0.1          UCS                   lo0
            169.254            link#6             UCS                   en0      !
            192.168.1          link#6             UCS                   en0      !
            192.168.1.1/32     link#6             UCS                   en0      !
            224.0.0/4          link#6             UmCS                  en0      !

            Internet6:
            Destination                             Gateway                                 Flags               Netif Expire
            default                                 fe80::%utun0                            UGcIg               utun0
            """;
    private static final String MAC_ARP = """
            ? (192.168.1.1) at 0:11:22:33:44:55 on en0 ifscope [ethernet]
            ? (192.168.1.7) at (incomplete) on en0 ifscope [ethernet]
            """;
    /** From a German Windows: words differ, numbers do not. */
    private static final String WINDOWS_ROUTES = """
            ===========================================================================
            Schnittstellenliste
             12...00 11 22 33 44 66 ......Intel(R) Wi-Fi 6 AX201 160MHz
              1...........................Software Loopback Interface 1
            ===========================================================================

            IPv4-Routentabelle
            ===========================================================================
            Aktive Routen:
                 Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                      0.0.0.0          0.0.0.0      192.168.1.1     192.168.1.23     35
                    127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331
                  192.168.1.0    255.255.255.0   Auf Verbindung      192.168.1.23    291
                 192.168.1.23  255.255.255.255   Auf Verbindung      192.168.1.23    291
                    224.0.0.0        240.0.0.0   Auf Verbindung      192.168.1.23    291
            ===========================================================================
            """;
    private static final String WINDOWS_ARP = """

            Schnittstelle: 192.168.1.23 --- 0xc
              Internetadresse       Physische Adresse     Typ
              192.168.1.1           00-11-22-33-44-55     dynamisch
              224.0.0.22            01-00-5e-00-00-16     statisch
            """;

    @Test
    void linuxPrefersTheSmallerMetric() {
        assertThat(LinuxNetworkTables.ipv4(LINUX_ROUTES, LINUX_ARP)).extracting(WayOut::device)
                .containsExactly("eth0", "wlan0");
    }

    @Test
    void linuxKnowsTheGatewayAndThePrefix() {
        assertThat(LinuxNetworkTables.ipv4(LINUX_ROUTES, LINUX_ARP).getFirst())
                .isEqualTo(new WayOut("eth0", "010200C0", Optional.of("02:fc:00:00:00:05"), "000200C0/00FFFFFF"));
    }

    @Test
    void linuxNeighbourThatDidNotAnswerHasNoHardwareAddress() {
        assertThat(LinuxNetworkTables.ipv4(LINUX_ROUTES, LINUX_ARP).getLast().hardware()).isEmpty();
    }

    @Test
    void linuxWithoutADefaultRouteHasNoWayOut() {
        String local = LINUX_ROUTES.lines().filter(it -> !it.contains("0003")).reduce("", (a, b) -> a + b + "\n");

        assertThat(LinuxNetworkTables.ipv4(local, LINUX_ARP)).isEmpty();
    }

    @Test
    void linuxRouteThatRejectsIsNoWayOut() {
        assertThat(LinuxNetworkTables.ipv6(LINUX_IPV6)).extracting(WayOut::device).containsExactly("eth0");
    }

    @Test
    void linuxTakesTheRouterOfIpv6ByItsAddress() {
        assertThat(LinuxNetworkTables.ipv6(LINUX_IPV6)).singleElement().isEqualTo(new WayOut("eth0",
                "fe80000000000000021122fffe334455", Optional.of("fe80000000000000021122fffe334455"),
                "20010db8000100000000000000000000"));
    }

    @Test
    void linuxSaysHowLongItRuns() {
        assertThat(LinuxNetworkTables.sinceBoot("26800.31 52311.02\n")).contains(Duration.ofMillis(26_800_310));
    }

    @Test
    void tablesOfAnotherKindAreNoWayOut() {
        assertThat(LinuxNetworkTables.ipv4("", "")).isEmpty();
        assertThat(LinuxNetworkTables.ipv4("a b c\n\n1 2 3 4 5 6 x 00000000", "?")).isEmpty();
        assertThat(LinuxNetworkTables.ipv6("one two")).isEmpty();
        assertThat(LinuxNetworkTables.sinceBoot("soon")).isEmpty();
        assertThat(MacNetworkTables.waysOut("default", "")).isEmpty();
        assertThat(WindowsNetworkTables.waysOut("0.0.0.0 0.0.0.0", "")).isEmpty();
    }

    @Test
    void macKnowsTheGatewayAndThePrefix() {
        assertThat(MacNetworkTables.waysOut(MAC_NETSTAT, MAC_ARP)).containsExactly(
                new WayOut("en0", "192.168.1.1", Optional.of("0:11:22:33:44:55"), "192.168.1"));
    }

    @Test
    void macTunnelThatIsAlwaysThereIsNoWayOut() {
        String offline = MAC_NETSTAT.lines().filter(it -> !it.contains("UGScg")).reduce("", (a, b) -> a + b + "\n");

        assertThat(MacNetworkTables.waysOut(offline, "")).isEmpty();
    }

    @Test
    void macSaysHowLongItRuns() {
        assertThat(MacNetworkTables.sinceBoot("{ sec = 1000, usec = 500000 } Thu Jan  1 00:16:40 1970",
                Instant.ofEpochSecond(4601))).contains(Duration.ofMillis(3_600_500));
    }

    @Test
    void windowsKnowsTheGatewayAndThePrefixInAnyLanguage() {
        assertThat(WindowsNetworkTables.waysOut(WINDOWS_ROUTES, WINDOWS_ARP)).containsExactly(new WayOut(
                "192.168.1.23", "192.168.1.1", Optional.of("00-11-22-33-44-55"), "192.168.1.0/255.255.255.0"));
    }

    @Test
    void windowsWithoutADefaultRouteHasNoWayOut() {
        String offline = WINDOWS_ROUTES.lines().filter(it -> !it.contains("192.168.1.1 ")).reduce("",
                (a, b) -> a + b + "\n");

        assertThat(WindowsNetworkTables.waysOut(offline, WINDOWS_ARP)).isEmpty();
    }

    @Test
    void windowsKnowsARouterOfIpv6() {
        assertThat(WindowsNetworkTables.waysOut(" 12     35 ::/0                     fe80::211:22ff:fe33:4455\n", ""))
                .singleElement().extracting(WayOut::gateway).isEqualTo("fe80::211:22ff:fe33:4455");
    }

    @Test
    void programThatIsNotThereIsSaidSo() {
        assertThatThrownBy(() -> SystemCommand.output("byway-no-such-program")).isInstanceOf(IOException.class);
    }
}
