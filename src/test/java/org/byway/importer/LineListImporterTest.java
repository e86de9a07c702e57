package org.byway.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.byway.model.ListEntry;
import org.byway.model.carrier.TlsOptions;
import org.byway.model.endpoint.Endpoint;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.Socks4Endpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.model.endpoint.UnsupportedEndpoint;
import org.byway.model.endpoint.WireGuardEndpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LineListImporterTest implements ImporterContract {
    @Override
    public ListImporter importer() {
        return new LineListImporter();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"1.2.3.4:1080 ~ socks5 1.2.3.4:1080", "proxy:1080 ~ socks5 proxy:1080",
            "Пример.рф:1080 ~ socks5 xn--e1afmkfd.xn--p1ai:1080", "[2001:db8::1]:1080 ~ socks5 [2001:db8::1]:1080",
            "1.2.3.4:1080:u:p ~ socks5 1.2.3.4:1080 u p", "1.2.3.4:1080:u:p:q ~ socks5 1.2.3.4:1080 u p:q",
            "1.2.3.4:1080:u:p@ss ~ socks5 1.2.3.4:1080 u p@ss",
            "[2001:db8::1]:1080:u:p ~ socks5 [2001:db8::1]:1080 u p",
            "u:p@1.2.3.4:1080 ~ socks5 1.2.3.4:1080 u p", "u:p@ss@1.2.3.4:1080 ~ socks5 1.2.3.4:1080 u p@ss",
            "u:p@[2001:db8::1]:1080 ~ socks5 [2001:db8::1]:1080 u p", "1.2.3.4:1080@u:p ~ socks5 1.2.3.4:1080 u p",
            "u:p:1.2.3.4:1080 ~ socks5 1.2.3.4:1080 u p", "u:p:h.example:1080 ~ socks5 h.example:1080 u p",
            "1.2.3.4 1080 ~ socks5 1.2.3.4:1080", "1.2.3.4\t1080\tu\tp ~ socks5 1.2.3.4:1080 u p",
            "1.2.3.4;1080;u;p ~ socks5 1.2.3.4:1080 u p", "1.2.3.4|1080|u|p ~ socks5 1.2.3.4:1080 u p",
            "'1.2.3.4, 1080, u, p' ~ socks5 1.2.3.4:1080 u p", "'1.2.3.4,1080,' ~ socks5 1.2.3.4:1080",
            "1.2.3.4:1080 u p ~ socks5 1.2.3.4:1080 u p", "1.2.3.4:1080|u:p ~ socks5 1.2.3.4:1080 u p",
            "1.2.3.4:1080 u #p ~ socks5 1.2.3.4:1080 u #p", "1.2.3.4 1080 http ~ http 1.2.3.4:1080",
            "1.2.3.4;1080;socks5;u;p ~ socks5 1.2.3.4:1080 u p", "[2001:db8::1];1080 ~ socks5 [2001:db8::1]:1080",
            "socks5://1.2.3.4:1080 ~ socks5 1.2.3.4:1080", "SOCKS5H://H.example:1080/ ~ socks5 h.example:1080",
            "socks://u:p@h.example:1080 ~ socks5 h.example:1080 u p",
            "socks://dTpw@h.example:1080 ~ socks5 h.example:1080 u p",
            "socks://dTolNDA@h.example:1080 ~ socks5 h.example:1080 u %40",
            "socks://dTpwQDEuMi4zLjQ6MTA4MA== ~ socks5 1.2.3.4:1080 u p",
            "socks5://1.2.3.4:1080:u:p ~ socks5 1.2.3.4:1080 u p",
            "socks5://u%3A%40:p%2F%23@h.example:1080 ~ socks5 h.example:1080 u:@ p/#",
            "socks5://u:p%zz@h.example:1080 ~ socks5 h.example:1080 u p%zz",
            "socks5://[2001:db8::1]:1080 and more words ~ socks5 [2001:db8::1]:1080",
            "ss://YWVzLTI1Ni1nY206cA@h.example:8388 ~ shadowsocks h.example:8388 aes-256-gcm p",
            "ss://YWVzLTI1Ni1nY206cA==@h.example:8388/?outline=1&type=tcp ~ shadowsocks h.example:8388 aes-256-gcm p",
            "ss://YWVzLTI1Ni1nY206cA%3D%3D@[2001:db8::1]:8388#n ~ shadowsocks [2001:db8::1]:8388 aes-256-gcm p",
            "ss://YWVzLTI1Ni1nY206Pj8-Pz4_@h.example:1 ~ shadowsocks h.example:1 aes-256-gcm >?>?>?",
            "ss://YWVzLTI1Ni1nY206Pj8+Pz4/@h.example:1 ~ shadowsocks h.example:1 aes-256-gcm >?>?>?",
            "ss://AES-128-GCM:a%40b:c%2F%23@h.example:1 ~ shadowsocks h.example:1 aes-128-gcm a@b:c/#",
            "ss://aes-128-gcm%3Ap@h.example:1 ~ shadowsocks h.example:1 aes-128-gcm p",
            "ss://chacha20-poly1305:p@ss@h.example:1 ~ shadowsocks h.example:1 chacha20-ietf-poly1305 p@ss",
            "ss://YWVzLTI1Ni1nY206cEBoLmV4YW1wbGU6ODM4OA#n ~ shadowsocks h.example:8388 aes-256-gcm p",
            "ss://YWVzLTI1Ni1nY206cEBzQFsyMDAxOmRiODo6MV06ODM4OA== ~ shadowsocks [2001:db8::1]:8388 aes-256-gcm p@s",
            "ss://aes-256-gcm:p@Пример.рф:1 ~ shadowsocks xn--e1afmkfd.xn--p1ai:1 aes-256-gcm p",
            "socks4://h.example:1080 ~ socks4 h.example:1080", "socks4a://[2001:db8::1]:1 ~ socks4a [2001:db8::1]:1",
            "socks4a://me%40:x@h.example:1080 ~ socks4a h.example:1080 me@:x",
            "https://u:p@h.example:8443 ~ https h.example:8443 u p", "https://u:p@h.example ~ https h.example:443 u p",
            "https://h.example:1?sni=a.example&allowInsecure=1 ~ https-insecure h.example:1 a.example",
            "https://h.example:1?insecure=0&sni=Пример.рф ~ https h.example:1 xn--e1afmkfd.xn--p1ai",
            "https://h.example:1?pin=sha256/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA= ~ https h.example:1 "
                    + "0000000000000000000000000000000000000000000000000000000000000000",
            "http://h.example:8080 ~ http h.example:8080", "http://u:p@h.example:8080/ ~ http h.example:8080 u p",
            "http://u:p@h.example ~ http h.example:80 u p", "http://h.example:80/?remarks=x ~ http h.example:80",
            "tg://socks?server=1.2.3.4&amp;port=1080&amp;user=u&amp;pass=p ~ socks5 1.2.3.4:1080 u p",
            "https://t.me/socks?server=2001:db8::1&port=1080 ~ socks5 [2001:db8::1]:1080"})
    void entryIsReadHoweverItIsWritten(String line, String expected) {
        assertThat(only(line)).isInstanceOfSatisfying(LineVerdict.Read.class,
                it -> assertThat(described(it.entry().endpoint())).isEqualTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"vless://uuid@h.example:443?security=tls#n ~ vless h.example:443",
            "ss://YWVzLTI1Ni1nY206cA@h.example:8388/?plugin=x ~ shadowsocks h.example:8388",
            "ss://2022-blake3-aes-256-gcm:YWJj@h.example:8388#n ~ shadowsocks h.example:8388",
            "ss://YWVzLTE5Mi1nY206cA@h.example:8388 ~ shadowsocks h.example:8388",
            "ss://YWVzLTI1Ni1nY206cA@h.example:8388?prefix=POST%20 ~ shadowsocks h.example:8388",
            "ss://YWVzLTI1Ni1nY206cA@h.example:8388?type=ws&security=tls ~ shadowsocks h.example:8388",
            "trojan://p@h.example ~ trojan h.example:443", "hy2://p@h.example:443,5000-6000/ ~ hysteria2 h.example:443",
            "vmess://eyJhZGQiOiJoLmV4YW1wbGUiLCJwb3J0IjoiNDQzIiwicHMiOiJuIn0= ~ vmess h.example:443",
            "ssh://root@h.example ~ ssh h.example:22",
            "tuic://a:b@[2001:db8::1]:443 ~ tuic [2001:db8::1]:443",
            "tg://proxy?server=h.example&port=443&secret=dd ~ mtproto h.example:443"})
    void linkThatCannotRunYetIsKeptWhole(String link, String expected) {
        assertThat(only(link)).isInstanceOfSatisfying(LineVerdict.Kept.class, it -> {
            assertThat(it.entry().endpoint().protocol() + " " + it.entry().endpoint().server()).isEqualTo(expected);
            assertThat(((UnsupportedEndpoint) it.entry().endpoint()).link().reveal()).isEqualTo(link);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"h.example ~ NO_PORT ~ h.example", "h.example: ~ NO_PORT ~ h.example",
            "h.example:0 ~ BAD_PORT ~ h.example", "h.example:65536 ~ BAD_PORT ~ h.example",
            "h.example:x ~ BAD_PORT ~ h.example",
            "u:p@h.example ~ NO_PORT ~ h.example", "u:pw.secret@h.example:99999 ~ BAD_PORT ~ h.example",
            ":1080 ~ NO_HOST ~ ''",
            "socks5://h.example ~ NO_PORT ~ socks5://h.example", "socks5://:1080 ~ NO_HOST ~ socks5://",
            "socks5://u:p@h.example:x ~ BAD_PORT ~ socks5://h.example", "2001:db8::1 ~ IPV6_WITHOUT_BRACKETS ~ ''",
            "2001:1080::1:1080 ~ IPV6_WITHOUT_BRACKETS ~ ''", "[2001:db8::xyz]:1080 ~ BAD_IPV6 ~ ''",
            "[fe80::1%eth0]:1080 ~ IPV6_WITH_ZONE ~ ''", "fe80::1%eth0:1080 ~ IPV6_WITH_ZONE ~ ''",
            "999.1.1.1:80 ~ BAD_HOST ~ 999.1.1.1", "12:30 ~ BAD_HOST ~ ''",
            "1.2.3.4:1080:user ~ NO_PASSWORD ~ 1.2.3.4", "user@1.2.3.4:1080 ~ NO_PASSWORD ~ 1.2.3.4",
            "1.2.3.4 1080 a b c d ~ TOO_MANY_FIELDS ~ 1.2.3.4", "good proxies here ~ NOT_AN_ENTRY ~ ''",
            "Updated: 2024 ~ NOT_AN_ENTRY ~ ''", "hello ~ NOT_AN_ENTRY ~ ''",
            "ftp://h.example:21 ~ UNKNOWN_SCHEME ~ h.example",
            "juicity://u@h.example:1 ~ REFUSED_SCHEME ~ juicity://h.example",
            "clash://install-config?url=x ~ WEB_ADDRESS ~ clash://",
            "http://h.example/list.txt ~ WEB_ADDRESS ~ http://h.example",
            "http://h.example ~ WEB_ADDRESS ~ http://h.example", "https://h.example/a@b:1 ~ WEB_ADDRESS ~ https://",
            "https://h.example:443?token=x ~ WEB_ADDRESS ~ https://h.example",
            "https://h.example:443?pin=00 ~ BAD_PIN ~ https://h.example",
            "vmess://AAAA ~ UNREADABLE_LINK ~ vmess://", "ss://!!! ~ UNREADABLE_LINK ~ ss://",
            "ss://rc4-md5:p@h.example:1 ~ UNSAFE_CIPHER ~ ss://h.example",
            "ss://cmM0LW1kNTpwQGguZXhhbXBsZTox ~ UNSAFE_CIPHER ~ ss://",
            "ss://aes-256-cfb:p@h.example:1 ~ UNSAFE_CIPHER ~ ss://h.example",
            "ss://none:p@h.example:1 ~ UNSAFE_CIPHER ~ ss://h.example",
            "ss://YWVzLTI1Ni1nY20@h.example:1 ~ UNREADABLE_LINK ~ ss://h.example",
            "ss://aes-256-gcm:@h.example:1 ~ EMPTY_PASSWORD ~ ss://h.example",
            "ss://aes-256-gcm:p@h.example ~ NO_PORT ~ ss://h.example",
            "socks4://a%00b@h.example:1 ~ ZERO_IN_USER ~ socks4://h.example",
            "http://a%3Ab:p@h.example:1 ~ COLON_IN_USER ~ http://h.example"})
    void lineThatIsNoEntryIsRejectedWithItsReason(String line, Rejection why, String excerpt) {
        assertThat(only(line)).isEqualTo(new LineVerdict.Rejected(1, why, excerpt));
    }

    @ParameterizedTest
    @ValueSource(strings = {"# a comment", "// a comment", "#", "ip,port,type,user,pass", "Host;Port", "\ufeff# mark"})
    void commentAndTitleAreIgnored(String line) {
        assertThat(only(line)).isEqualTo(new LineVerdict.Ignored(1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"socks5://h.example:1#My%20server ~ My server",
            "socks5://h.example:1#a+b ~ a b",
            "socks5://h.example:1#a+b%20c ~ a+b c", "socks5://h.example:1 # my server ~ my server",
            "h.example:1 # моё ~ моё", "h.example:1:u:p #n ~ n", "socks5://h.example:1?remarks=x%20y ~ x y",
            "socks5://h.example:1#a%0Ab%1B[31m ~ a b [31m", "socks5://h.example:1 ~ h.example:1",
            "socks5://h.example:1#می‌خواهم ~ می‌خواهم"})
    void nameIsFoundAndFitForShowing(String line, String name) {
        assertThat(only(line)).isInstanceOfSatisfying(LineVerdict.Read.class,
                it -> assertThat(it.entry().name()).isEqualTo(name));
    }

    @Test
    void badLinesDoNotCostGoodOnes() {
        String text = "\ufeff1.2.3.4:1\r\n\r\nnonsense\rsocks5://h.example:2\n\n# c\n\u200b5.6.7.8:3\u00a0\nh:99999";

        assertThat(importer().read(text, "s").verdicts()).map(it -> it.line() + it.getClass().getSimpleName())
                .containsExactly("1Read", "3Rejected", "4Read", "6Ignored", "7Read", "8Rejected");
    }

    @Test
    void severalLinksOfOneLineAreAllRead() {
        String line = "Try socks5://a.example:1#one or \"http://b.example:2\", <socks5://c.example:3> and https://d.example/x";

        ImportResult result = importer().read(line, "s");

        assertThat(result.entries()).map(ListEntry::name).containsExactly("one or", "b.example:2", "c.example:3");
        assertThat(result.verdicts()).hasSize(4).allMatch(it -> it.line() == 1);
    }

    @Test
    void lineBeyondTheLimitIsRejectedAndTheNextIsRead() {
        String text = "h.example:1#" + "x".repeat(64 * 1024) + "\nh.example:2";

        assertThat(importer().read(text, "s").verdicts()).map(Object::getClass).map(Class::getSimpleName)
                .containsExactly("Rejected", "Read");
        assertThat(importer().read(text, "s").verdicts().getFirst())
                .isEqualTo(new LineVerdict.Rejected(1, Rejection.TOO_LONG, ""));
    }

    @Test
    void binaryPageAndForeignFileAreRefusedOnce() {
        assertThat(Importers.read(new byte[]{(byte) 0x89, 'P', 'N', 'G', 0, 0, '\n', 1}, "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.BINARY, ""));
        assertThat(Importers.read("\n <!DOCTYPE html>\n<p>x", "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.WEB_PAGE, ""));
        assertThat(Importers.read("{\n\"outbounds\":[]}", "s").verdicts())
                .containsExactly(new LineVerdict.Rejected(1, Rejection.LATER_FORMAT, ""));
        assertThat(Importers.read("[2001:db8::1]:1080", "s").entries()).hasSize(1);
    }

    @Test
    void zeroByteFarInAListCostsOneLine() {
        String text = "h.example:1\n".repeat(5000) + "h.exa\0mple:1\nh.example:2";

        assertThat(Importers.read(text, "s").verdicts()).hasSize(5002)
                .contains(new LineVerdict.Rejected(5001, Rejection.BINARY, ""));
    }

    @Test
    void textIsReadInItsEncoding() {
        String text = "h.example:1 # сервер";
        byte[] utf16 = ("\ufeff" + text).getBytes(StandardCharsets.UTF_16LE);
        for (byte[] bytes : List.of(text.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
                utf16, text.getBytes(StandardCharsets.UTF_16), text.getBytes(Charset.forName("windows-1251")))) {
            assertThat(Importers.read(bytes, "s").entries()).map(ListEntry::name).containsExactly("сервер");
        }
        assertThat(Importers.read(new byte[0], "s").verdicts()).isEmpty();
    }

    @Test
    void verdictsTellNoSecrets() {
        String base64 = Base64.getEncoder().encodeToString("u:hunter2@nowhere".getBytes(StandardCharsets.UTF_8));
        for (String line : List.of("u:hunter2@h.example:99999", "socks5://u:hunter2@h.example", "h.example:x:u:hunter2",
                "hunter2:1.2.3.4:x", "trojan://hunter2@h.example:x", "socks://" + base64, "h.example 1 u hunter2 x y",
                "u:hunter2@h.example:1", "vless://hunter2@h.example:1", "hunter2", "socks5://hunter2@",
                "foo://hunter2")) {
            assertThat(only(line).toString()).as(line).doesNotContain("hunter2").doesNotContain(base64);
        }
    }

    @Test
    void everyProblemOfTheModelIsARejection() {
        assertThat(org.byway.model.Problem.values())
                .allSatisfy(it -> assertThat(Rejection.of(it).name()).isEqualTo(it.name()));
    }

    private LineVerdict only(String line) {
        List<LineVerdict> verdicts = importer().read(line, "s").verdicts();
        assertThat(verdicts).hasSize(1);
        return verdicts.getFirst();
    }

    private static String described(Endpoint endpoint) {
        String login = switch (endpoint) {
            case Socks5Endpoint socks -> socks.login().map(LineListImporterTest::described).orElse("");
            case Socks4Endpoint socks -> socks.userId().map(it -> " " + it.reveal()).orElse("");
            case HttpProxyEndpoint http -> http.login().map(LineListImporterTest::described).orElse("")
                    + http.tls().map(LineListImporterTest::described).orElse("");
            case ShadowsocksEndpoint it -> " " + it.method().word() + " " + it.password().reveal();
            case WireGuardEndpoint tunnel -> tunnel.privateKey().reveal();
            case UnsupportedEndpoint kept -> "";
        };
        return endpoint.protocol() + " " + endpoint.server() + login;
    }

    private static String described(TlsOptions tls) {
        return tls.serverName().map(it -> " " + it).orElse("")
                + tls.pins().stream().map(it -> " " + it).collect(Collectors.joining());
    }

    private static String described(Login login) {
        return " " + login.user() + " " + login.password().reveal();
    }
}
