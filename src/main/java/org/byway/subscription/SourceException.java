package org.byway.subscription;

import org.jspecify.annotations.Nullable;

/** Why a source gave no text; names the source for people and holds nothing of its contents. */
public final class SourceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;
    private final String source;

    SourceException(Kind kind, String source, @Nullable Throwable cause) {
        super(kind + " " + source, cause);
        this.kind = kind;
        this.source = source;
    }

    /** What went wrong; the sentence for it is in the resource bundles. */
    public enum Kind {
        /** no such file, and not a text that holds an entry */
        NOT_FOUND,
        /** a folder where a file was meant */
        IS_FOLDER,
        /** a file that may not be read, or a broken disk or pipe */
        UNREADABLE,
        /** more than a list can be */
        TOO_LARGE,
        /** a picture without a QR code, or with one that is too blurred */
        NO_QR_CODE,
        /** nothing in it */
        EMPTY,
        /** the cause is a {@link org.byway.fetch.FetchException} that says why */
        FETCH_FAILED
    }

    /** Of a picture that was pasted. */
    public static SourceException noQrCode() {
        return new SourceException(Kind.NO_QR_CODE, SourceText.PASTED, null);
    }

    public Kind kind() {
        return kind;
    }

    /** The source's name as in {@link SourceText#name}. */
    public String source() {
        return source;
    }
}
