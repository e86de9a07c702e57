package org.byway.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.byway.bench.LoadServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The whole path is lost for two seconds, again and again: how soon bytes move again once it is back, through wireguard-go.
 * Prints the milliseconds of each time, since they are the tunnel's and both ends' TCP's together.
 */
@Tag("root")
class TunnelRecoveryTest {
    private static final int LOAD = 7000;
    private static final int TIMES = 10;

    @TempDir
    Path folder = Path.of("");
    private final List<AutoCloseable> open = new ArrayList<>();
    private Namespace network;
    private RunningByway byway;

    @BeforeEach
    void start() throws Exception {
        Program.require("tc");
        network = opened(new Namespace());
        WireGuardServer server = opened(new WireGuardServer(network, folder));
        opened(Program.start(folder.resolve("load.log"), network.beyond(java(LoadServer.class,
                Integer.toString(LOAD), "0.0.0.0"))));
        byway = opened(RunningByway.within(network, folder, Files.readAllLines(server.file()).toArray(String[]::new)));
    }

    private <T extends AutoCloseable> T opened(T each) {
        open.add(each);
        return each;
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open.reversed()) {
            each.close();
        }
    }

    /** Up it is our TCP that says everything again; down it is the far kernel's, which asks after 0.2, 0.6, 1.4, 3.0, 6.2 s. */
    @ParameterizedTest
    @CsvSource({"up, 1000", "down, 4500"})
    void bytesMoveSoonAgain(String direction, long mostMillis) throws Exception {
        Path log = folder.resolve(direction + ".log");
        opened(Program.start(log, network.inside(java(Arrivals.class, byway.socks(),
                WireGuardServer.INSIDE + ":" + LOAD, direction))));
        await(log, 1);
        List<Long> back = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            TimeUnit.SECONDS.sleep(2); // the kernel's time is no test's to move
            network.loseEverything();
            TimeUnit.SECONDS.sleep(2);
            network.loseNothing();
            back.add(System.nanoTime());
            await(log, 2 + i);
        }

        List<String> said = Files.readAllLines(log);
        List<Long> took = new ArrayList<>();
        for (int i = 0; i < TIMES; i++) {
            assertThat(said.get(1 + i)).startsWith("again ");
            took.add(TimeUnit.NANOSECONDS.toMillis(Long.parseLong(said.get(1 + i).split(" ", -1)[1]) - back.get(i)));
        }
        System.out.println("recovered " + direction + " after ms: " + took.stream().sorted().toList());
        assertThat(took).allSatisfy(it -> assertThat(it).isLessThan(mostMillis));
    }

    private static void await(Path log, int lines) throws IOException, InterruptedException {
        for (int i = 0; i < 1000 && Files.readAllLines(log).size() < lines; i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    private static String[] java(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>(List.of(ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"), program.getName()));
        command.addAll(List.of(arguments));
        return command.toArray(String[]::new);
    }
}
