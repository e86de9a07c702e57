package org.byway.importer;

/** Reads one foreign format; holds no state and never throws over the text. */
public interface ListImporter {
    /** Whether the text looks like this format; a quick look, not a reading. */
    boolean recognises(String text);

    /**
     * Reads every line.
     *
     * @param source where the text came from, in words for people, as {@link org.byway.model.ListEntry#sources} wants it
     */
    ImportResult read(String text, String source);
}
