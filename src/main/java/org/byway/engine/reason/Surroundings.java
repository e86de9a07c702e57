package org.byway.engine.reason;

/**
 * What else was seen lately when one upstream failed; upstreams are counted by unlike networks, this one included.
 *
 * @param hasWorked     this upstream has, at any time
 * @param othersWork    another one was seen to work, and nothing has shown since that it does not
 * @param impostors     that answer as a server of somebody else would
 * @param alikeKin      of the same protocol that failed in the same way, where only another protocol works; otherwise 0
 * @param misdated      whose certificates look out of date
 * @param answering     that answer and cannot reach what they are asked for
 * @param farFailures   unrelated destinations that could not be reached since anything worked
 * @param isForeignPage a probe was answered by somebody else than the page that it asked for
 * @param isOffline     the system itself says that no way leads out, and nothing works
 */
public record Surroundings(boolean hasWorked, boolean othersWork, int impostors, int alikeKin, int misdated,
        int answering,
        int farFailures, boolean isForeignPage, boolean isOffline) {
    /** Nothing else is known. */
    static final Surroundings NONE = new Surroundings(false, false, 0, 0, 0, 0, 0, false, false);

    /** Nothing is known but that a probe was answered by somebody else. */
    static final Surroundings FOREIGN = new Surroundings(false, false, 0, 0, 0, 0, 0, true, false);
}
