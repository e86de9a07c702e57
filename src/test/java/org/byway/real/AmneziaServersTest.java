package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** amneziawg-go, of which each version brought other disguises, and the kernel's TCP behind it. */
@Tag("root")
class AmneziaServersTest {
    private static final int SITE = 8080;
    private static final int LARGE = 16 * 1024 * 1024;

    @TempDir
    Path folder = Path.of("");

    /** What a configuration of a version has, both ends alike. */
    enum Version {
        PLAIN(""), V1("""
                Jc=5 Jmin=40 Jmax=70 S1=15 S2=68 H1=1234567 H2=2345678 H3=3456789 H4=4567890"""), V1_5("""
                Jc=3 Jmin=50 Jmax=1000 S1=86 S2=17 H1=5 H2=6 H3=7 H4=8
                I1=<b\u00a00xc70000000108><r\u00a016><t> I2=<rc\u00a012><rd\u00a05>"""), V2("""
                Jc=4 Jmin=8 Jmax=80 S1=20 S2=30 S3=40 S4=10
                H1=100000-200000 H2=300000-400000 H3=500000-600000 H4=2000000000-2147483647"""), V3("""
                S1=20 S2=30 S3=40 S4=16 H1=100-200 H2=300-400 H3=500-600 H4=700-4294967295
                HeaderProtectionKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= ContentPaddingAddition=0-40"""), V3_1(
                """
                        Jc=2 Jmin=10 Jmax=20 S1=12 S2=13 S3=14 S4=15
                        HeaderProtectionKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8= RandomTrailers=true
                        DisableCookies=true RekeyAfterTime=3-5 RekeyTimeout=2-3""");

        private final String options;

        Version(String options) {
            this.options = options;
        }

        /** Blanks within a value stand for themselves where they must not be broken. */
        Map<String, String> options() {
            Map<String, String> all = new LinkedHashMap<>();
            for (String each : options.split("[ \n]+", -1)) {
                int equals = each.indexOf('=');
                if (equals > 0) {
                    all.put(each.substring(0, equals), each.substring(equals + 1).replace('\u00a0', ' '));
                }
            }
            return all;
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesComeThrough(Version version) throws Exception {
        Program.require("python3");
        Program.require("curl");
        Path pages = Files.createDirectory(folder.resolve("site"));
        byte[] large = new byte[LARGE];
        new Random(1).nextBytes(large);
        Files.write(pages.resolve("large"), large);
        try (Namespace network = new Namespace();
                AmneziaServer server = new AmneziaServer(network, folder, version.options());
                Program site = Program.start(folder.resolve("site.log"), network.beyond("python3", "-m",
                        "http.server", "--bind", AmneziaServer.INSIDE, "--directory", pages.toString(),
                        Integer.toString(SITE)));
                RunningByway byway = RunningByway.within(network, folder, server.file().toArray(String[]::new))) {
            assertThat(site.process().isAlive()).isTrue();
            Path got = folder.resolve("got");
            assertThat(fetch(network, byway, got)).isZero();
            assertThat(Arrays.equals(Files.readAllBytes(got), large)).isTrue();
            if (version == Version.V3_1) {
                long before = server.handshakes();
                TimeUnit.SECONDS.sleep(6); // until the session is old by this version's own times
                assertThat(fetch(network, byway, got)).isZero();
                assertThat(server.handshakes()).isGreaterThan(before);
            }
        }
    }

    private static int fetch(Namespace network, RunningByway byway, Path to) throws Exception {
        return Program.run(Duration.ofSeconds(70), network.inside("curl", "-s", "-f", "-m", "60", "--retry", "5",
                "--retry-all-errors", "--socks5-hostname", byway.socks(), "-o", to.toString(),
                "http://" + AmneziaServer.INSIDE + ":" + SITE + "/large")).code();
    }
}
