package org.byway.model;

import java.util.Optional;

/**
 * What a person chose, once for a profile.
 *
 * @param listen   the local address that Byway keeps, absent until the first start has found a free port
 * @param language a language tag (BCP 47), absent to follow the system
 * @param theme    the look of the window
 */
public record Settings(Optional<HostPort> listen, Optional<String> language, Theme theme) {
    public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty(), Theme.SYSTEM);

    /** The look of the window; {@code SYSTEM} follows the desktop. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    public Settings withListen(HostPort address) {
        return new Settings(Optional.of(address), language, theme);
    }

    public Settings withTheme(Theme other) {
        return new Settings(listen, language, other);
    }

    public Settings withLanguage(Optional<String> other) {
        return new Settings(listen, other, theme);
    }
}
