package org.byway.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * A proxy server from Debian's packages on a port of its own.
 *
 * @param login {@code user:password}, or empty
 */
record RealServer(Program program, String scheme, String login, int port) implements AutoCloseable {
    private static final String USER = "byway-test";
    private static final String PASSWORD = "p%40ss%3Aw%2Frd"; // as in a link

    static final String SHADOWSOCKS_PASSWORD = "barfoo";

    /** What a list says of it. */
    String line() {
        return login.isEmpty() && scheme.equals("socks5")
                ? "127.0.0.1:" + port
                : scheme + "://" + (login.isEmpty() ? "" : login + "@") + "127.0.0.1:" + port;
    }

    String withLogin(String other) {
        return scheme + "://" + other + "@127.0.0.1:" + port;
    }

    String withPassword(String other) {
        return withLogin(USER + ":" + other);
    }

    static RealServer microsocks(Path folder) throws Exception {
        int port = Program.freePort();
        return started(folder, new Server("microsocks", "socks5", "", port),
                List.of("microsocks", "-i", "127.0.0.1", "-p", Integer.toString(port)));
    }

    /** Dante checks logins against the accounts of the computer; {@code .ci/run} makes the one that is asked for. */
    static RealServer dante(Path folder) throws Exception {
        Program.require("danted");
        Assumptions.assumeTrue(Files.readString(Path.of("/etc/passwd")).contains(USER + ":"),
                () -> "skipped: there is no account " + USER);
        int port = Program.freePort();
        Path config = Files.writeString(folder.resolve("danted.conf"), """
                logoutput: stderr
                internal: 127.0.0.1 port = %d
                external: 127.0.0.1
                socksmethod: username
                clientmethod: none
                user.privileged: root
                user.unprivileged: nobody
                client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
                socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 protocol: tcp udp }
                """.formatted(port));
        return started(folder, new Server("danted", "socks5", USER + ":" + PASSWORD, port),
                List.of("danted", "-f", config.toString()));
    }

    static RealServer shadowsocks(Path folder, String method) throws Exception {
        int port = Program.freePort();
        return started(folder, new Server("ss-server", "ss", method + ":" + SHADOWSOCKS_PASSWORD, port),
                List.of("ss-server", "-s", "127.0.0.1", "-p", Integer.toString(port), "-k", SHADOWSOCKS_PASSWORD, "-m",
                        method, "-u"));
    }

    /** Dante speaks SOCKS4 as well, without names. */
    static RealServer danteOfSocks4(Path folder) throws Exception {
        Program.require("danted");
        int port = Program.freePort();
        Path config = Files.writeString(folder.resolve("danted4.conf"), """
                logoutput: stderr
                internal: 127.0.0.1 port = %d
                external: 127.0.0.1
                socksmethod: none
                clientmethod: none
                user.privileged: root
                user.unprivileged: nobody
                client pass { from: 127.0.0.0/8 to: 0.0.0.0/0 }
                socks pass { from: 0.0.0.0/0 to: 0.0.0.0/0 protocol: tcp }
                """.formatted(port));
        return started(folder, new Server("danted", "socks4", "", port),
                List.of("danted", "-f", config.toString()));
    }

    static RealServer tinyproxy(Path folder) throws Exception {
        int port = Program.freePort();
        Path config = Files.writeString(folder.resolve("tinyproxy.conf"), """
                Port %d
                Listen 127.0.0.1
                Timeout 60
                MaxClients 50
                Allow 127.0.0.1
                """.formatted(port));
        return started(folder, new Server("tinyproxy", "http", "", port),
                List.of("tinyproxy", "-d", "-c", config.toString()));
    }

    /** stunnel in front of a tinyproxy, with a certificate of its own making. */
    static RealServer stunnel(Path folder, RealServer behind, Path keyAndCertificate) throws Exception {
        int port = Program.freePort();
        Path config = Files.writeString(folder.resolve("stunnel.conf"), """
                foreground = yes
                pid =
                [proxy]
                accept = 127.0.0.1:%d
                connect = 127.0.0.1:%d
                cert = %s
                """.formatted(port, behind.port(), keyAndCertificate));
        return started(folder, new Server("stunnel4", "https", "", port), List.of("stunnel4", config.toString()));
    }

    static RealServer squid(Path folder) throws Exception {
        int port = Program.freePort();
        Path check = Files.writeString(folder.resolve("check-login"), """
                #!/bin/sh
                while read -r user password; do
                    [ "$user $password" = "%s %s" ] && echo OK || echo ERR
                done
                """.formatted(USER, "p@ss:w/rd"));
        Files.setPosixFilePermissions(check, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        Path config = Files.writeString(folder.resolve("squid.conf"), """
                http_port 127.0.0.1:%d
                pid_filename none
                cache deny all
                access_log none
                cache_log /dev/null
                shutdown_lifetime 0 seconds
                auth_param basic program %s
                acl known proxy_auth REQUIRED
                http_access allow known
                http_access deny all
                """.formatted(port, check));
        return started(folder, new Server("squid", "http", USER + ":" + PASSWORD, port),
                List.of("squid", "-N", "-f", config.toString()));
    }

    private record Server(String name, String scheme, String login, int port) {}

    private static RealServer started(Path folder, Server server, List<String> command) throws Exception {
        Path log = folder.resolve(server.name() + "-" + server.port() + ".log");
        Program program = Program.start(log, command).awaitPort(server.port());
        return new RealServer(program, server.scheme(), server.login(), server.port());
    }

    @Override
    public void close() {
        program.close();
    }
}
