package org.byway.real;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** wireguard-go on the far computer of a {@link Namespace}, and how Byway reaches it. Needs root and a TUN device. */
public final class WireGuardServer implements AutoCloseable {
    public static final String INSIDE = "10.9.0.1";
    static final int PORT = 51820;
    private static final String FIRST_CLIENT = "10.9.0.2";

    private final Namespace network;
    private final Path folder;
    private final String device = "bw" + ProcessHandle.current().pid();
    private final Path serverKey;
    private final Path preshared;
    private final List<Client> clients = new ArrayList<>();
    private Program program;

    /**
     * One who may use it.
     *
     * @param address in the tunnel
     * @param key     the file with the private key
     */
    public record Client(String address, Path key) {
        /** What its device may be called where it is the kernel's TCP. */
        public String device() {
            return "bwc" + ProcessHandle.current().pid();
        }
    }

    public WireGuardServer(Namespace network, Path folder) throws IOException, InterruptedException {
        Program.require("wireguard-go");
        Program.require("wg");
        this.network = network;
        this.folder = folder;
        serverKey = key("genkey", "server.key");
        preshared = key("genpsk", "preshared.key");
        clients.add(client(FIRST_CLIENT));
        program = start();
    }

    private Client client(String address) throws IOException, InterruptedException {
        return new Client(address, key("genkey", "client-" + address + ".key"));
    }

    /** Beside the one whose file there is. */
    public Client newClient(String address) throws IOException, InterruptedException {
        Client client = client(address);
        clients.add(client);
        admit(client);
        return client;
    }

    private void admit(Client client) throws IOException, InterruptedException {
        run(network.beyond("wg", "set", device, "peer", publicOf(client.key()), "preshared-key",
                preshared.toString(), "allowed-ips", client.address() + "/32"));
    }

    /** Makes a tunnel of a client's device, which a wireguard-go on the near computer is about to make. */
    public void setUp(Client client) throws IOException, InterruptedException {
        awaitDevice(network.inside("ip", "link", "show", client.device()));
        run(network.inside("wg", "set", client.device(), "private-key", client.key().toString(), "peer",
                publicOf(serverKey), "preshared-key", preshared.toString(), "allowed-ips", INSIDE + "/24", "endpoint",
                Namespace.FAR_ADDRESS + ":" + PORT));
        run(network.inside("ip", "address", "add", client.address() + "/24", "dev", client.device()));
        run(network.inside("ip", "link", "set", "mtu", "1420", "up", "dev", client.device()));
        run(network.inside(usualTcp(client.device(), client.address())));
    }

    private Path key(String command, String file) throws IOException, InterruptedException {
        return Files.writeString(folder.resolve(file), run(List.of("wg", command)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Program.Ended ended = Program.run(Duration.ofSeconds(10), command);
        if (ended.code() != 0) {
            throw new IllegalStateException(command + ": " + ended.output());
        }
        return ended.output().strip();
    }

    private String publicOf(Path key) throws IOException, InterruptedException {
        return run(List.of("sh", "-c", "wg pubkey < " + key));
    }

    private Program start() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(network.beyond("env", "WG_PROCESS_FOREGROUND=1"));
        command.addAll(List.of("wireguard-go", "-f", device));
        Program started = Program.start(folder.resolve("wireguard-go.log"), command);
        awaitDevice(network.beyond("ip", "link", "show", device));
        run(network.beyond("wg", "set", device, "private-key", serverKey.toString(), "listen-port",
                Integer.toString(PORT)));
        for (Client each : clients) {
            admit(each);
        }
        run(network.beyond("ip", "address", "add", INSIDE + "/24", "dev", device));
        run(network.beyond("ip", "link", "set", "mtu", "1420", "up", "dev", device));
        run(network.beyond(usualTcp(device, INSIDE)));
        return started;
    }

    /** With the congestion control that most kernels have, whatever is set on this computer. */
    private static String[] usualTcp(String device, String own) {
        return new String[]{"ip", "route", "replace", "10.9.0.0/24", "dev", device, "src", own, "congctl", "cubic"};
    }

    /** A real program: there is nothing to wait on but its device. */
    private static void awaitDevice(List<String> look) throws IOException, InterruptedException {
        for (int i = 0; i < 200; i++) {
            if (Program.run(Duration.ofSeconds(5), look).code() == 0) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("wireguard-go made no device");
    }

    /** Ends it and starts another with the same keys, which knows of no session. */
    void restart() throws IOException, InterruptedException {
        program.close();
        program = start();
    }

    /** As a provider gives it out. */
    public Path file() throws IOException, InterruptedException {
        return Files.writeString(folder.resolve("tunnel.conf"),
                """
                        [Interface]
                        PrivateKey = %s
                        Address = %s/32
                        DNS = %s
                        [Peer]
                        PublicKey = %s
                        PresharedKey = %s
                        AllowedIPs = 10.9.0.0/24
                        Endpoint = %s:%d
                        """.formatted(Files.readString(clients.getFirst().key()), FIRST_CLIENT, INSIDE,
                        publicOf(serverKey), Files.readString(preshared),
                        Namespace.FAR_ADDRESS, PORT));
    }

    /** Bytes that it has received from the client, and sent to it, as it counts them. */
    String transfer() throws IOException, InterruptedException {
        return run(network.beyond("wg", "show", device, "transfer"));
    }

    @Override
    public void close() {
        program.close();
    }
}
