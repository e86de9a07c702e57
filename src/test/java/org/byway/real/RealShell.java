package org.byway.real;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** An sshd on the loopback with keys of its own, for the account that runs the tests. */
record RealShell(Program program, int port, Path key) implements AutoCloseable {
    private static final String SSHD = "/usr/sbin/sshd";
    private static final Path SEPARATED = Path.of("/run/sshd");

    static RealShell start(Path folder) throws Exception {
        Program.require(SSHD);
        Program.require("ssh");
        if (System.getProperty("user.name").equals("root")) {
            Files.createDirectories(SEPARATED); // sshd insists on it where root starts it
        }
        Path host = key(folder.resolve("host-key"));
        Path key = key(folder.resolve("key"));
        int port = Program.freePort();
        Path config = Files.writeString(folder.resolve("sshd_config"), """
                Port %d
                ListenAddress 127.0.0.1
                HostKey %s
                AuthorizedKeysFile %s.pub
                PidFile none
                StrictModes no
                UsePAM no
                PasswordAuthentication no
                PermitRootLogin prohibit-password
                """.formatted(port, host, key));
        Program sshd = Program.start(folder.resolve("sshd.log"), List.of(SSHD, "-D", "-e", "-f", config.toString()));
        return new RealShell(sshd.awaitPort(port), port, key);
    }

    /** An ssh that reaches the shell by this command only, and what it runs there. */
    List<String> command(String proxyCommand, String remote) {
        return ssh("-o", "ProxyCommand=" + proxyCommand, host(), remote);
    }

    /** OpenSSH's own SOCKS server, which reaches everything from the shell; its log names what it was asked for. */
    RealServer forwarding(Path log, String scheme) throws Exception {
        int port = Program.freePort();
        Program ssh = Program.start(log, ssh("-vv", "-N", "-o", "ExitOnForwardFailure=yes", "-D", "127.0.0.1:" + port,
                host()));
        return new RealServer(ssh.awaitPort(port), scheme, "", port);
    }

    private List<String> ssh(String... more) {
        List<String> command = new ArrayList<>(List.of("ssh", "-F", "none", "-p", Integer.toString(port), "-i",
                key.toString(), "-o", "StrictHostKeyChecking=no", "-o", "UserKnownHostsFile=/dev/null", "-o",
                "IdentitiesOnly=yes", "-o", "BatchMode=yes"));
        command.addAll(List.of(more));
        return command;
    }

    private static String host() {
        return System.getProperty("user.name") + "@127.0.0.1";
    }

    private static Path key(Path file) throws Exception {
        Program.run(Duration.ofSeconds(20),
                List.of("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", file.toString()));
        return file;
    }

    @Override
    public void close() {
        program.close();
    }
}
