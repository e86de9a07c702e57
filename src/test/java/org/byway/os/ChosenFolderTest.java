package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.byway.os.Surroundings.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChosenFolderTest {
    @TempDir
    private Path home = Path.of("");

    @ParameterizedTest
    @EnumSource(Kind.class)
    void whatWasChosenIsThereAtTheNextStart(Kind system) {
        Surroundings here = new Surroundings(system, Map.of(), home);
        assertThat(ChosenFolder.kept(here)).isEmpty();
        Path chosen = home.resolve("мои файлы").resolve("Byway");
        assertThat(ChosenFolder.keep(here, chosen)).isTrue();
        assertThat(ChosenFolder.kept(here)).contains(chosen);
    }

    @Test
    void whereItCannotBeKeptThatIsSaid() throws IOException {
        Files.writeString(home.resolve(".config"), "a file where a folder should be");
        assertThat(ChosenFolder.keep(new Surroundings(Kind.LINUX, Map.of(), home), home)).isFalse();
    }

    @Test
    void whatIsNoFolderOfThisComputerIsPassedOver() throws IOException {
        Surroundings here = new Surroundings(Kind.LINUX, Map.of("XDG_CONFIG_HOME", home.toString()), home);
        Files.createDirectories(home.resolve("byway"));
        Files.writeString(home.resolve("byway").resolve("profile-folder"), "\n");
        assertThat(ChosenFolder.kept(here)).isEmpty();
    }

    @Test
    void itIsAFolderOfItsOwnInsideTheChosenOne() {
        assertThat(ChosenFolder.inside(Path.of("/mnt/stick"))).isEqualTo(Path.of("/mnt/stick/Byway"));
        assertThat(ChosenFolder.inside(Path.of("/mnt/stick/byway"))).isEqualTo(Path.of("/mnt/stick/byway"));
        assertThat(ChosenFolder.inside(Path.of("/"))).isEqualTo(Path.of("/Byway"));
    }
}
