package org.byway.testing;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What a parser promises of any bytes at all. A test that adopts it has beside this a method for Jazzer, which passes the
 * stored inputs in every run, and searches on where it is asked to.
 */
public interface FuzzContract {
    /** How long Jazzer searches on in one run, where it is asked to. */
    String SEARCH = "8s";
    int TRIES = 2_000;
    int LONGEST = 2_048;

    /** Fails where the bytes make the parser break a promise. */
    void keepsItsPromises(byte[] bytes) throws Exception;

    /** The stored inputs and pieces of them, changed in the same places in every run. */
    @Test
    default void promisesAreKeptWhateverComes() throws Exception {
        List<byte[]> stored = stored();
        Random random = new Random(getClass().getSimpleName().hashCode());
        for (int i = 0; i < TRIES; i++) {
            byte[] bytes = changed(stored, random);
            assertDoesNotThrow(() -> keepsItsPromises(bytes), () -> HexFormat.of().formatHex(bytes));
        }
    }

    /** Where Jazzer looks for them too. */
    private List<byte[]> stored() throws IOException, URISyntaxException {
        String folder = getClass().getSimpleName() + "Inputs";
        URL place = getClass().getResource(folder);
        if (place == null) {
            throw new AssertionError("no stored inputs in " + folder);
        }
        List<byte[]> stored = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(place.toURI()))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                stored.add(Files.readAllBytes(file));
            }
        }
        return stored;
    }

    private static byte[] changed(List<byte[]> stored, Random random) {
        byte[] begun = stored.get(random.nextInt(stored.size()));
        byte[] other = stored.get(random.nextInt(stored.size()));
        int kept = begun.length == 0 || random.nextBoolean() ? begun.length : random.nextInt(begun.length);
        int added = random.nextInt(4) == 0 ? random.nextInt(other.length + 1) : 0;
        byte[] bytes = new byte[Math.min(LONGEST, kept + added)];
        System.arraycopy(begun, 0, bytes, 0, Math.min(kept, bytes.length));
        System.arraycopy(other, other.length - added, bytes, Math.min(kept, bytes.length),
                bytes.length - Math.min(kept, bytes.length));
        for (int changes = random.nextInt(6); changes > 0 && bytes.length > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) switch (random.nextInt(4)) {
                case 0 -> 0;
                case 1 -> 0xff;
                case 2 -> "\r\n :,@/[]%=".charAt(random.nextInt(11));
                default -> random.nextInt(256);
            };
        }
        return bytes;
    }
}
