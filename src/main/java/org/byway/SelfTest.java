package org.byway;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.byway.cli.BywayCommand;
import org.byway.control.ControlServer;
import org.byway.control.RunningProfile;
import org.byway.engine.Engine;
import org.byway.engine.ListenAt;
import org.byway.fetch.FetchException;
import org.byway.fetch.WebAddress;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.os.TemporaryFolder;
import org.byway.practice.PracticeNetwork;
import org.byway.subscription.ImportReport;
import org.byway.subscription.OpenProfile;
import org.byway.subscription.SourceText;
import org.byway.ui.shell.MainWindow;
import picocli.CommandLine;

/**
 * Whether this installation works on this computer: a list in a profile of its own, the forwarder, the window, a page
 * through embedded upstreams. Touches nothing of the person's and needs no internet.
 */
final class SelfTest {
    private static final int SECONDS = 60;
    private static final String ON_THE_PAGE = "came through";

    private final Wiring wiring;
    private final PrintWriter out;
    private final PrintWriter err;

    /** What is tried, in this order; scripts read the names. */
    private enum Step {
        PROFILE, FORWARDER, WINDOW, LIST, SCREENS, PAGE, COMMANDS, CLOSE
    }

    SelfTest(Wiring wiring, PrintWriter out, PrintWriter err) {
        this.wiring = wiring;
        this.out = out;
        this.err = err;
    }

    /** Tries each step until one fails, with a line for each; blocks, not for the JavaFX thread. */
    boolean run() {
        try (TemporaryFolder folder = TemporaryFolder.make()) {
            OpenProfile profile = step(Step.PROFILE,
                    () -> wiring.profile(Optional.of(folder.path().resolve("profile"))));
            Engine engine = wiring.engine();
            profile.list().follow(list -> engine.replace(list.entries()));
            HostPort forwarder = step(Step.FORWARDER, () -> engine.start(ListenAt.kept(Settings.DEFAULT))
                    .toCompletableFuture().get(SECONDS, TimeUnit.SECONDS));
            SelfTestWindow window = step(Step.WINDOW, () -> SelfTestWindow
                    .open(stage -> new MainWindow(stage, wiring.window(engine, profile, Settings.DEFAULT))));
            step(Step.LIST, () -> add(profile, window));
            step(Step.SCREENS, window::visitScreens);
            step(Step.PAGE, () -> fetch(forwarder));
            step(Step.COMMANDS, () -> ask(engine, profile));
            step(Step.CLOSE, () -> {
                window.close();
                return engine.stop().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
            });
            return true;
        } catch (FailedException failed) {
            return false;
        } catch (IOException noPlace) {
            say(Step.PROFILE, noPlace);
            return false;
        }
    }

    /** The list comes in as a person brings it in, as pasted links, and the window goes from its first screen to the next. */
    private ImportReport add(OpenProfile profile, SelfTestWindow window) throws Exception {
        List<String> links = wiring.practice().stream().map(SelfTest::link).toList();
        ImportReport report = profile.imports().add(SourceText.pasted(String.join("\n", links)));
        if (report.newEntries() != links.size()) {
            throw new IllegalStateException("imported " + report.newEntries() + " of " + links.size() + " links");
        }
        window.awaitPainted();
        return report;
    }

    /** What commands in a terminal say, one of them over the socket of the running program. */
    private String ask(Engine engine, OpenProfile profile) throws Exception {
        StringWriter said = new StringWriter();
        ControlServer control = ControlServer.open(profile.folder(), new RunningProfile(engine, profile));
        try {
            for (String command : List.of("list", "status")) {
                CommandLine line = BywayCommand.line(wiring).setOut(new PrintWriter(said)).setErr(err);
                int code = line.execute(command, "--profile", profile.folder().toString());
                if (code != 0) {
                    throw new IllegalStateException("byway " + command + " ended with " + code);
                }
            }
        } finally {
            control.close();
        }
        return said.toString();
    }

    private static String link(ListEntry entry) {
        return "socks5://" + entry.endpoint().server() + "#" + entry.name();
    }

    private String fetch(HostPort forwarder) throws FetchException {
        String page = new String(wiring.fetchThrough(forwarder, WebAddress.parse(PracticeNetwork.ADDRESS)),
                StandardCharsets.UTF_8);
        if (!page.contains(ON_THE_PAGE)) {
            throw new IllegalStateException("what came back is not the practice page");
        }
        return page;
    }

    private <T> T step(Step step, Callable<T> work) throws FailedException {
        long begun = System.nanoTime();
        try {
            T result = work.call();
            out.printf(Locale.ROOT, "%-9s ok  %d ms%n", name(step), (System.nanoTime() - begun) / 1_000_000);
            out.flush();
            return result;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw failed(step, stopped);
        } catch (Exception | LinkageError failure) { // a library that is missing or does not fit is an Error
            throw failed(step, failure);
        }
    }

    private FailedException failed(Step step, Throwable why) {
        say(step, why);
        return new FailedException(why);
    }

    private void say(Step step, Throwable why) {
        err.println("byway: the self-test failed at: " + name(step));
        why.printStackTrace(err);
        err.flush();
    }

    private static String name(Step step) {
        return step.name().toLowerCase(Locale.ROOT);
    }

    /** A step failed and this was said. */
    private static final class FailedException extends Exception {
        private static final long serialVersionUID = 1L;

        FailedException(Throwable cause) {
            super(cause);
        }
    }
}
