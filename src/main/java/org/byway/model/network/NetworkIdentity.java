package org.byway.model.network;

/** Which network this computer is on, as far as the system tells. */
public sealed interface NetworkIdentity {
    /**
     * One that can be told from others.
     *
     * @param hash of its gateway and prefix, salted for the profile
     */
    record Known(String hash) implements NetworkIdentity {
        /** Two networks of one log could be told to be the same, so nothing of it is said. */
        @Override
        public String toString() {
            return "Known";
        }
    }

    /** Some network, or it cannot be told. */
    record Unknown() implements NetworkIdentity {}

    /** No way leads out of this computer. */
    record None() implements NetworkIdentity {}
}
