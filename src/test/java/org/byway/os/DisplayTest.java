package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DisplayTest {
    private static final Surroundings LINUX = new Surroundings(Surroundings.Kind.LINUX, Map.of(), Path.of("."));

    @TempDir
    Path devices;

    @Test
    void aLinuxWithoutADeviceForItDrawsByItself() throws IOException {
        assertThat(Display.isAccelerated(LINUX, devices)).isFalse();
        Files.createDirectories(devices.resolve("dri/by-path"));
        Files.createFile(devices.resolve("null"));
        assertThat(Display.isAccelerated(LINUX, devices)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dri/card0", "dri/renderD128", "nvidia0"})
    void aLinuxWithOneOfTheKernelsDevicesIsAccelerated(String device) throws IOException {
        Files.createDirectories(devices.resolve("dri"));
        Files.createFile(devices.resolve(device));
        assertThat(Display.isAccelerated(LINUX, devices)).isTrue();
    }

    @Test
    void otherSystemsAreTakenToBe() {
        Surroundings windows = new Surroundings(Surroundings.Kind.WINDOWS, Map.of(), Path.of("."));
        assertThat(Display.isAccelerated(windows, devices)).isTrue();
    }
}
