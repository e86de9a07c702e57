package org.byway.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import tools.jackson.databind.JsonNode;

/** The settings of a profile as another version may have left them there. */
public final class StoredSettings {
    private static final String NAME = "settings";

    private StoredSettings() {}

    /** Writes a newer generation than any that is there. */
    public static void write(Path profile, String json) throws Exception {
        Profile.open(profile);
        byte[] sealed = Sealed.seal(keys(profile).key(), NAME, json.getBytes(StandardCharsets.UTF_8));
        new Generations(profile.toRealPath(), NAME, new DiskSteps()).add(to -> to.write(sealed));
    }

    /** What a generation says. */
    static JsonNode read(Path profile, int generation) throws Exception {
        byte[] sealed = Files.readAllBytes(profile.resolve(NAME + ".00000" + generation));
        return Json.parse(new String(Envelope.open(keys(profile).key(), NAME, sealed), StandardCharsets.UTF_8));
    }

    private static KeySource keys(Path profile) throws IOException {
        return new KeyFile(profile.toRealPath(), new DiskSteps(), InstantSource.system());
    }
}
