package org.byway.store;

/**
 * A file of the profile that could not be read and was set aside, whole, under another name.
 *
 * @param file       its name in the profile's folder
 * @param setAsideAs the name that it has now
 */
public record LoadProblem(Kind kind, String file, String setAsideAs) {
    /** What was found in it. */
    public enum Kind {
        /** not what was written: cut off, changed or foreign */
        DAMAGED,
        /** sealed with a key that is not here: the key file was lost or replaced */
        WRONG_KEY,
        /** written by a newer Byway */
        NEWER_VERSION
    }
}
