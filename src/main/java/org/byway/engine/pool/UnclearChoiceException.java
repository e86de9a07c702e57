package org.byway.engine.pool;

import java.util.List;

/** Thrown where a word names no endpoint or several. */
public final class UnclearChoiceException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String asked;
    private final boolean isAmbiguous;
    private final transient List<String> candidates;

    /** @param candidates what has this name, or names like it */
    public UnclearChoiceException(String asked, boolean isAmbiguous, List<String> candidates) {
        super(isAmbiguous ? "ambiguous" : "unknown");
        this.asked = asked;
        this.isAmbiguous = isAmbiguous;
        this.candidates = List.copyOf(candidates);
    }

    public String asked() {
        return asked;
    }

    /** True where several have this name, false where none has. */
    public boolean isAmbiguous() {
        return isAmbiguous;
    }

    public List<String> candidates() {
        return candidates;
    }
}
