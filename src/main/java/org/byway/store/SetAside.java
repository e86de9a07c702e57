package org.byway.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Gives a file that cannot be read a new name beside its old one, {@code endpoints.000007.unreadable-20261122-193000}. */
final class SetAside {
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss")
            .withZone(ZoneOffset.UTC);

    private SetAside() {}

    /** @return where the file is now */
    static Path move(Path file, FileSteps steps, Instant now) throws IOException {
        String name = file.getFileName() + ".unreadable-" + STAMP.format(now);
        Path free = file.resolveSibling(name);
        for (int i = 2; Files.exists(free, LinkOption.NOFOLLOW_LINKS); i++) {
            free = file.resolveSibling(name + "-" + i);
        }
        steps.rename(file, free);
        return free;
    }
}
