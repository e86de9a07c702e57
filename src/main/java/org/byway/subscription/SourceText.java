package org.byway.subscription;

/**
 * The text of a source; prints its name only.
 *
 * @param name for people and for {@link org.byway.model.ListEntry#sources}: a file's name, a host, {@code stdin} or
 *             {@code pasted}, never a path of an address or a secret
 */
public record SourceText(String name, String text) {
    public static final String PASTED = "pasted";
    public static final String STANDARD_INPUT = "stdin";

    public static SourceText pasted(String text) {
        return new SourceText(PASTED, text);
    }

    @Override
    public String toString() {
        return name;
    }
}
