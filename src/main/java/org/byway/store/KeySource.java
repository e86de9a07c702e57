package org.byway.store;

import java.io.IOException;
import javax.crypto.SecretKey;

/** Where the key of a profile lies: in a file for now, in the system's keychain later. */
@FunctionalInterface
public interface KeySource {
    /**
     * The key for AES-256, made where there is none; the caller holds the profile's lock.
     *
     * <p>An implementation never replaces a key that it cannot read: it sets it aside, so that what was sealed with it
     * can be opened once it is back.
     */
    SecretKey key() throws IOException;
}
