package org.byway.ui.about;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Somebody else's work that ships with Byway. */
record ProgramPart(String name, String licence, String home) {
    static List<ProgramPart> all() {
        try (InputStream in = ProgramPart.class.getResourceAsStream("parts.txt")) {
            if (in == null) {
                throw new IllegalStateException("the list of parts is not in the package");
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#")).map(line -> line.split(" \\| ", 3))
                    .map(fields -> new ProgramPart(fields[0], fields[1], fields[2])).toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
