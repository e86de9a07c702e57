package org.byway.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.byway.model.endpoint.Login;
import org.byway.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code USER:PASSWORD} from the one line of a file, so that it stands in no list of processes; absent where empty. */
final class LoginFileConverter implements ITypeConverter<LoginFileConverter.Given> {
    /** RFC 1929, section 2, which has one byte for each length. */
    private static final int MAX_BYTES = 255;

    /** What the file said. */
    record Given(Optional<Login> login) {}

    @Override
    public Given convert(String file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(Path.of(file));
        } catch (IOException | InvalidPathException unreadable) {
            throw wrong("login-file.unreadable");
        }
        if (lines.stream().allMatch(String::isEmpty)) {
            return new Given(Optional.empty());
        }
        String line = lines.getFirst();
        int colon = line.indexOf(':');
        if (lines.size() > 1 || !isPart(line.substring(0, Math.max(colon, 0))) || !isPart(line.substring(colon + 1))) {
            throw wrong("login-file.not-a-login");
        }
        return new Given(Optional.of(Login.of(line.substring(0, colon), line.substring(colon + 1))));
    }

    private static boolean isPart(String text) {
        return !text.isEmpty() && text.getBytes(StandardCharsets.UTF_8).length <= MAX_BYTES;
    }

    private static TypeConversionException wrong(String key) {
        return new TypeConversionException(Words.forPerson(Optional.empty()).text(key));
    }
}
