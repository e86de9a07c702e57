package org.byway.real;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.byway.crypto.X25519;

/** amneziawg-go on the far computer of a {@link Namespace}, and how Byway reaches it. Needs root and a TUN device. */
final class AmneziaServer implements AutoCloseable {
    static final String INSIDE = "10.9.0.1";
    private static final String CLIENT = "10.9.0.2";
    private static final String PROGRAM = "amneziawg-go";
    private static final int PORT = 51821;
    private static final HexFormat HEX = HexFormat.of();

    private final Path folder;
    private final String device = "ba" + ProcessHandle.current().pid();
    private final Path control = Path.of("/var/run/amneziawg", device + ".sock");
    private final byte[] ownKey = X25519.randomPrivateKey();
    private final byte[] clientKey = X25519.randomPrivateKey();
    private final Map<String, String> options;
    private final Program program;

    /** @param options as they stand in a configuration file, for both ends */
    AmneziaServer(Namespace network, Path folder, Map<String, String> options)
            throws IOException, InterruptedException {
        Program.require(PROGRAM);
        this.folder = folder;
        this.options = options;
        Files.deleteIfExists(control); // of one that was killed
        List<String> command = new ArrayList<>(network.beyond("env", "LOG_LEVEL=verbose"));
        command.addAll(List.of(PROGRAM, "-f", device));
        program = Program.start(folder.resolve("amneziawg-go.log"), command);
        for (int i = 0; i < 200 && !Files.exists(control); i++) {
            TimeUnit.MILLISECONDS.sleep(50); // a real program: there is nothing to wait on but its socket
        }
        configure();
        run(network.beyond("ip", "address", "add", INSIDE + "/24", "dev", device));
        run(network.beyond("ip", "link", "set", "mtu", "1280", "up", "dev", device));
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        if (Program.run(Duration.ofSeconds(5), command).code() != 0) {
            throw new IOException("failed: " + command);
        }
    }

    /** In the protocol of its control socket: WireGuard's, with names in snake case and keys in hexadecimal. */
    private void configure() throws IOException {
        StringBuilder set = new StringBuilder("set=1\n");
        set.append("private_key=").append(HEX.formatHex(ownKey)).append("\nlisten_port=").append(PORT).append('\n');
        options.forEach((name, value) -> set.append(snake(name)).append('=').append(ownForm(name, value)).append('\n'));
        set.append("public_key=").append(HEX.formatHex(X25519.publicKey(clientKey))).append("\nallowed_ip=")
                .append(CLIENT).append("/32\n\n");
        try (SocketChannel socket = SocketChannel.open(UnixDomainSocketAddress.of(control))) {
            socket.write(ByteBuffer.wrap(set.toString().getBytes(StandardCharsets.US_ASCII)));
            byte[] answer = new byte[64];
            int length = Channels.newInputStream(socket).read(answer);
            String said = new String(answer, 0, Math.max(0, length), StandardCharsets.US_ASCII);
            if (!said.startsWith("errno=0")) {
                throw new IOException("amneziawg-go does not take its configuration: " + said);
            }
        }
    }

    private static String snake(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
    }

    private static String ownForm(String name, String value) {
        return name.endsWith("Key") ? HEX.formatHex(Base64.getDecoder().decode(value)) : value;
    }

    /** As a provider gives it out. */
    List<String> file() {
        Base64.Encoder base64 = Base64.getEncoder();
        return """
                [Interface]
                PrivateKey = %s
                Address = %s/32
                MTU = 1280
                %s
                [Peer]
                PublicKey = %s
                AllowedIPs = 10.9.0.0/24
                Endpoint = %s:%d
                """.formatted(base64.encodeToString(clientKey), CLIENT,
                options.entrySet().stream().map(it -> it.getKey() + " = " + it.getValue())
                        .collect(Collectors.joining("\n")),
                base64.encodeToString(X25519.publicKey(ownKey)), Namespace.FAR_ADDRESS, PORT).lines().toList();
    }

    /** How many handshakes it has finished, as its log has it. */
    long handshakes() throws IOException {
        try (var lines = Files.lines(folder.resolve("amneziawg-go.log"))) {
            return lines.filter(it -> it.contains("Sending handshake response")).count();
        }
    }

    @Override
    public void close() throws IOException {
        program.close();
        Files.deleteIfExists(control);
    }
}
