package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.byway.os.Surroundings.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurroundingsTest {
    private static final Path HOME = Path.of("/home/Алиса B");

    @ParameterizedTest
    @CsvSource({"Linux,LINUX", "FreeBSD,LINUX", "Mac OS X,MACOS", "Darwin,MACOS", "Windows 11,WINDOWS", "'',LINUX"})
    void systemIsKnownByItsName(String name, Kind kind) {
        assertThat(Surroundings.kindOf(name)).isEqualTo(kind);
    }

    @Test
    void profileOnLinuxFollowsXdgUnlessItIsRelativeOrEmpty() {
        assertThat(profile(Kind.LINUX, Map.of("XDG_DATA_HOME", "/data/x y"))).isEqualTo(Path.of("/data/x y/byway"));
        for (Map<String, String> environment : java.util.List.of(Map.<String, String>of(), Map.of("XDG_DATA_HOME", ""),
                Map.of("XDG_DATA_HOME", "relative"))) {
            assertThat(profile(Kind.LINUX, environment)).isEqualTo(HOME.resolve(".local/share/byway"));
        }
    }

    @Test
    void profileOnWindowsIsInApplicationData() {
        assertThat(profile(Kind.WINDOWS, Map.of("APPDATA", "/users/a/AppData/Roaming")))
                .isEqualTo(Path.of("/users/a/AppData/Roaming/Byway"));
        assertThat(profile(Kind.WINDOWS, Map.of())).isEqualTo(HOME.resolve("AppData/Roaming/Byway"));
    }

    @Test
    void profileOnMacIsInApplicationSupport() {
        assertThat(profile(Kind.MACOS, Map.of("XDG_DATA_HOME", "/data")))
                .isEqualTo(HOME.resolve("Library/Application Support/Byway"));
    }

    @ParameterizedTest
    @CsvSource({"LINUX,DISPLAY,:0,true", "LINUX,WAYLAND_DISPLAY,wayland-0,true", "LINUX,DISPLAY,'',false",
            "LINUX,OTHER,x,false",
            "MACOS,OTHER,x,true", "WINDOWS,OTHER,x,true"})
    void displayIsPresentWhereTheSystemSaysSo(Kind system, String variable, String value, boolean isPresent) {
        assertThat(Display.isPresent(new Surroundings(system, Map.of(variable, value), HOME))).isEqualTo(isPresent);
    }

    private static Path profile(Kind system, Map<String, String> environment) {
        return UserFolders.profile(new Surroundings(system, environment, HOME));
    }
}
