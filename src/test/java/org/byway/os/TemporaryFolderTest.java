package org.byway.os;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class TemporaryFolderTest {
    @Test
    void nothingOfItStaysOnceItIsClosed() throws IOException {
        TemporaryFolder folder = TemporaryFolder.make();
        Files.createDirectories(folder.path().resolve("a/b"));
        Files.writeString(folder.path().resolve("a/b/file"), "text");
        Files.createSymbolicLink(folder.path().resolve("link"), folder.path().getParent());

        folder.close();

        assertThat(folder.path()).doesNotExist();
        assertThat(folder.path().getParent()).exists();
    }
}
