package org.byway.importer;

import java.util.Optional;

/** The body of a subscription: a list of links whose whole text is Base64, in one line or in many. */
final class SubscriptionBodyImporter implements ListImporter {
    private final ListImporter lines = new LineListImporter();

    @Override
    public boolean recognises(String text) {
        return links(text).isPresent();
    }

    @Override
    public ImportResult read(String text, String source) {
        return links(text).map(links -> lines.read(links, source)).orElse(ImportResult.EMPTY);
    }

    /** A text with one character that is none of Base64 is told at that character, however long it is. */
    private static Optional<String> links(String text) {
        if (!text.chars().allMatch(SubscriptionBodyImporter::isBase64)) {
            return Optional.empty();
        }
        return Base64Text.decode(text.replaceAll("\\s", "")).filter(it -> it.contains("://"));
    }

    private static boolean isBase64(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || "+/-_=\r\n\t ".indexOf(c) >= 0;
    }
}
