package org.byway.store;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** The key in a file of the profile that only its owner may read. */
final class KeyFile implements KeySource {
    static final String FILE = "key";

    private static final int KEY_LENGTH = 32;

    private final Path folder;
    private final Path file;
    private final FileSteps steps;
    private final InstantSource clock;

    KeyFile(Path folder, FileSteps steps, InstantSource clock) {
        this.folder = folder;
        this.file = folder.resolve(FILE);
        this.steps = steps;
        this.clock = clock;
    }

    @Override
    public SecretKey key() throws IOException {
        try {
            byte[] key = Files.readAllBytes(file);
            if (key.length == KEY_LENGTH) {
                return new SecretKeySpec(key, "AES");
            }
            SetAside.move(file, steps, clock.instant());
        } catch (NoSuchFileException firstStart) {
            return made();
        } catch (AccessDeniedException unreadable) {
            SetAside.move(file, steps, clock.instant());
        }
        return made();
    }

    private SecretKey made() throws IOException {
        byte[] key = new byte[KEY_LENGTH];
        new SecureRandom().nextBytes(key);
        Path fresh = file.resolveSibling(FILE + ".new");
        steps.write(fresh, key);
        steps.rename(fresh, file);
        steps.syncFolder(folder);
        return new SecretKeySpec(key, "AES");
    }
}
