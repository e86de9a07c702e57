package org.byway.importer;

import java.util.List;

/** The formats that Byway reads, in the order in which they are tried: the first that recognises a text reads it. */
public final class Importers {
    private static final List<ListImporter> ALL = List.of(new WireGuardFileImporter(), new ForeignFileImporter(),
            new SubscriptionBodyImporter(),
            new LineListImporter());

    private Importers() {}

    /** Reads bytes in whatever encoding they are; see {@link TextDecoding}. */
    public static ImportResult read(byte[] bytes, String source) {
        return read(TextDecoding.decode(bytes), source);
    }

    /** Reads a text; what no format recognises has no lines. */
    public static ImportResult read(String text, String source) {
        return ALL.stream().filter(it -> it.recognises(text)).findFirst().map(it -> it.read(text, source))
                .orElse(ImportResult.EMPTY);
    }
}
