package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code byway --self-test} in a process of its own, since the toolkit of a process starts only once. */
class SelfTestTest {
    private static final String HEADLESS = "-Dglass.platform=Headless";

    @TempDir
    Path folder;

    @Test
    void everyStepIsSaidAndNothingIsLeft() throws Exception {
        assertThat(run(List.of(HEADLESS))).isZero();
        assertThat(said("out").lines().map(line -> line.replaceAll(" .*", ""))).containsExactly("profile", "forwarder",
                "window", "list", "screens", "page", "commands", "close");
        assertThat(folder.resolve("tmp")).isDirectoryNotContaining(file -> file.toString().contains("byway-"));
    }

    @Test
    void aWindowThatCannotBeOpenedIsNamed() throws Exception {
        assertThat(run(List.of("-Dglass.platform=None"))).isEqualTo(1);
        assertThat(said("err")).contains("the self-test failed at: window");
        assertThat(said("out")).contains("forwarder").doesNotContain("page");
    }

    @Test
    void aDiskThatTakesNothingIsNamed() throws Exception {
        Path file = Files.writeString(folder.resolve("no-folder"), "");
        assertThat(run(List.of(HEADLESS, "-Djava.io.tmpdir=" + file))).isEqualTo(1);
        assertThat(said("err")).contains("the self-test failed at: profile");
    }

    private int run(List<String> options) throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("tmp"));
        List<String> command = new ArrayList<>(
                List.of(ProcessHandle.current().info().command().orElseThrow(), "--enable-native-access=ALL-UNNAMED",
                        "-Djava.io.tmpdir=" + folder.resolve("tmp"), "-Dprism.order=sw"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.byway.Launcher", "--self-test"));
        ProcessBuilder builder = new ProcessBuilder(command).redirectOutput(folder.resolve("out").toFile())
                .redirectError(folder.resolve("err").toFile());
        builder.environment().put("DISPLAY", ":none"); // so that the options alone decide
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    private String said(String stream) throws IOException {
        return Files.readString(folder.resolve(stream));
    }
}
