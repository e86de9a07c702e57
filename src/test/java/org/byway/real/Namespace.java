package org.byway.real;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.byway.real.Program.Ended;
import org.junit.jupiter.api.Assumptions;

/**
 * Two computers of the kernel's making, joined by a cable and by nothing else: Byway is on the first, whose way out leads to
 * the second. Needs root.
 */
public final class Namespace implements AutoCloseable {
    static final String FAR_ADDRESS = "198.51.100.1";
    private static final String NEAR_ADDRESS = "198.51.100.2";

    private final String near = "byway-near-" + ProcessHandle.current().pid();
    private final String far = "byway-far-" + ProcessHandle.current().pid();

    public Namespace() throws IOException, InterruptedException {
        Program.require("ip");
        require("ip netns add " + near);
        require("ip netns add " + far);
        require("ip -n " + near + " link add cable type veth peer name cable netns " + far);
        for (String end : List.of(near, far)) {
            require("ip -n " + end + " link set lo up");
            require("ip -n " + end + " address add " + (end.equals(near) ? NEAR_ADDRESS : FAR_ADDRESS)
                    + "/24 dev cable");
            require("ip -n " + end + " link set cable up");
        }
        plugIn();
    }

    void pullOut() throws IOException, InterruptedException {
        require("ip -n " + near + " link set cable down");
    }

    /** The route is gone with the link, so it is made again, as the programs do that care for networks. */
    void plugIn() throws IOException, InterruptedException {
        require("ip -n " + near + " link set cable up");
        require("ip -n " + near + " route replace default via " + FAR_ADDRESS);
    }

    /** Whatever either computer sends is lost on its way, and nobody is told. */
    void loseEverything() throws IOException, InterruptedException {
        for (String end : List.of(near, far)) {
            // no packet fits into a bucket of one byte
            require("ip netns exec " + end + " tc qdisc replace dev cable root tbf rate 8bit burst 1 limit 1");
        }
    }

    void loseNothing() throws IOException, InterruptedException {
        for (String end : List.of(near, far)) {
            require("ip netns exec " + end + " tc qdisc del dev cable root");
        }
    }

    /** The far computer has this address from now on, and no longer the one before. */
    void moveFarTo(String address) throws IOException, InterruptedException {
        require("ip -n " + far + " address add " + address + "/24 dev cable");
        require("ip -n " + far + " address del " + FAR_ADDRESS + "/24 dev cable");
        require("ip -n " + far + " address replace " + address + "/24 dev cable");
    }

    /** What a command begins with that is to run on Byway's computer. */
    public List<String> inside() {
        return List.of("ip", "netns", "exec", near);
    }

    public List<String> inside(String... command) {
        return joined(inside(), command);
    }

    /** A command on the other computer. */
    public List<String> beyond(String... command) {
        return joined(List.of("ip", "netns", "exec", far), command);
    }

    private static List<String> joined(List<String> before, String... command) {
        List<String> whole = new ArrayList<>(before);
        whole.addAll(List.of(command));
        return whole;
    }

    private void require(String command) throws IOException, InterruptedException {
        Ended ended = Program.run(Duration.ofSeconds(10), List.of(command.split(" ")));
        if (ended.code() != 0) {
            close();
        }
        Assumptions.assumeTrue(ended.code() == 0, () -> "skipped: no network namespace can be made here: " + command);
    }

    @Override
    public void close() throws IOException {
        for (String end : List.of(near, far)) {
            new ProcessBuilder("ip", "netns", "del", end).start().onExit().join();
        }
    }
}
