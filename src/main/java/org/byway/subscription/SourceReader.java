package org.byway.subscription;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.byway.fetch.FetchException;
import org.byway.fetch.HttpFetcher;
import org.byway.fetch.WebAddress;
import org.byway.importer.ImportResult;
import org.byway.importer.Importers;
import org.byway.importer.LineVerdict;
import org.byway.importer.QrPicture;
import org.byway.importer.Rejection;
import org.byway.importer.TextDecoding;
import org.byway.subscription.SourceException.Kind;

/**
 * Finds out what a source is and reads it: {@code -} is standard input, the path of a file that file, an http(s) address of
 * a page its body, and anything else a pasted text.
 */
public final class SourceReader {
    /** More than 150,000 of the longest links; several times as much has to fit into the memory of the program. */
    static final int MAX_BYTES = 24 << 20;

    private final HttpFetcher fetcher;
    private final InputStream standardInput;

    public SourceReader(HttpFetcher fetcher, InputStream standardInput) {
        this.fetcher = fetcher;
        this.standardInput = standardInput;
    }

    /** Reads it whole; waits for the network or for the end of standard input. */
    public SourceText read(String source) throws SourceException {
        if (source.equals("-")) {
            return limited(standardInput, SourceText.STANDARD_INPUT);
        }
        Optional<Path> file = existing(source);
        if (file.isPresent()) {
            return read(file.get());
        }
        ImportResult asText = Importers.read(source, SourceText.PASTED);
        if (isAddressOfList(source, asText)) {
            return fetched(source);
        } else if (asText.entries().isEmpty() && isOneLine(source)) {
            throw new SourceException(Kind.NOT_FOUND, fileName(source), null);
        }
        return named(SourceText.PASTED, source);
    }

    /** Reads a file that a person chose. */
    public SourceText read(Path file) throws SourceException {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            throw new SourceException(Kind.IS_FOLDER, name, null);
        } else if (!Files.exists(file)) {
            throw new SourceException(Kind.NOT_FOUND, name, null);
        }
        try (InputStream input = Files.newInputStream(file)) {
            if (Files.size(file) > MAX_BYTES) {
                throw new SourceException(Kind.TOO_LARGE, name, null);
            }
            return limited(input, name).at(file.toAbsolutePath().toString());
        } catch (IOException failure) {
            throw new SourceException(Kind.UNREADABLE, name, failure);
        }
    }

    /** The importers know which address is a proxy (share-links.md, section 5); what is none is a list. */
    private static boolean isAddressOfList(String source, ImportResult asText) {
        String start = source.strip().toLowerCase(Locale.ROOT);
        return (start.startsWith("http://") || start.startsWith("https://")) && asText.verdicts().size() == 1
                && asText.verdicts().getFirst() instanceof LineVerdict.Rejected rejected
                && rejected.why() == Rejection.WEB_ADDRESS;
    }

    private static boolean isOneLine(String source) {
        return source.strip().lines().limit(2).count() == 1 && !source.contains("://");
    }

    private SourceText fetched(String source) throws SourceException {
        String name = "";
        try {
            WebAddress address = WebAddress.parse(source);
            name = address.server().host();
            return named(name, TextDecoding.decode(fetcher.fetch(address).body())).at(source.strip());
        } catch (FetchException failure) {
            throw new SourceException(Kind.FETCH_FAILED, name, failure);
        }
    }

    /** Counts while reading, since a pipe has no size beforehand. */
    private static SourceText limited(InputStream input, String name) throws SourceException {
        try {
            byte[] bytes = input.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw new SourceException(Kind.TOO_LARGE, name, null);
            }
            return QrPicture.isPicture(bytes) ? ofPicture(name, bytes) : named(name, TextDecoding.decode(bytes));
        } catch (IOException failure) {
            throw new SourceException(Kind.UNREADABLE, name, failure);
        }
    }

    private static SourceText ofPicture(String name, byte[] picture) throws SourceException {
        String text = QrPicture.read(picture)
                .orElseThrow(() -> new SourceException(Kind.NO_QR_CODE, name, null));
        return named(name, text);
    }

    private static SourceText named(String name, String text) throws SourceException {
        if (text.isBlank()) {
            throw new SourceException(Kind.EMPTY, name, null);
        }
        return new SourceText(name, text);
    }

    private static Optional<Path> existing(String source) {
        try {
            return Optional.of(Path.of(source)).filter(it -> !source.isBlank() && Files.exists(it));
        } catch (InvalidPathException noPathHere) {
            return Optional.empty();
        }
    }

    /** A text that was meant as a path may be anything, so that only a short last part of it is named. */
    private static String fileName(String source) {
        String last = source.substring(Math.max(source.lastIndexOf('/'), source.lastIndexOf('\\')) + 1);
        return last.length() <= 80 ? last : "…";
    }
}
