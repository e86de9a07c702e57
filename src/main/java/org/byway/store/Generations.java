package org.byway.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The numbered files of one document, {@code endpoints.000007} newer than {@code endpoints.000006}.
 *
 * <p>A new one is written aside and renamed, and that rename is the moment at which it counts; older ones go only
 * afterwards. The caller holds the profile's lock.
 */
final class Generations {
    static final int KEPT = 5;

    private final Path folder;
    private final String document;
    private final FileSteps steps;
    private final Pattern numbered;

    Generations(Path folder, String document, FileSteps steps) {
        this.folder = folder;
        this.document = document;
        this.steps = steps;
        this.numbered = Pattern.compile(Pattern.quote(document) + "\\.[0-9]{6,18}");
    }

    List<Path> newestFirst() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, this::isGeneration)) {
            files.forEach(found::add);
        }
        found.sort(Comparator.comparingLong(this::numberOf).reversed());
        return found;
    }

    /** Adds one that is newer than all others, then lets the oldest go. */
    void add(FileSteps.Content content) throws IOException {
        List<Path> older = newestFirst();
        long number = older.isEmpty() ? 1 : numberOf(older.getFirst()) + 1;
        Path fresh = folder.resolve(document + ".new");
        try {
            steps.write(fresh, content);
            steps.rename(fresh, folder.resolve(String.format(Locale.ROOT, "%s.%06d", document, number)));
        } catch (IOException | RuntimeException failure) {
            forget(fresh, failure);
            throw failure;
        }
        steps.syncFolder(folder);
        for (Path old : older.subList(Math.min(KEPT - 1, older.size()), older.size())) {
            steps.delete(old);
        }
    }

    private void forget(Path fresh, Exception failure) {
        try {
            steps.delete(fresh);
        } catch (IOException alsoFailed) {
            failure.addSuppressed(alsoFailed);
        }
    }

    private boolean isGeneration(Path file) {
        return numbered.matcher(file.getFileName().toString()).matches();
    }

    private long numberOf(Path file) {
        return Long.parseLong(file.getFileName().toString().substring(document.length() + 1));
    }
}
