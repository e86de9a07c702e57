package org.byway.model;

import java.util.Optional;
import org.byway.model.endpoint.Login;

/**
 * What a person chose, once for a profile.
 *
 * @param listen   the local address that Byway keeps, absent until the first start has found a free port
 * @param language a language tag (BCP 47), absent to follow the system
 * @param theme    the look of the window
 * @param strategy how endpoints are chosen, as its text on the command line; absent for the usual one
 * @param login    that local programs have to show, absent where every program may connect
 */
public record Settings(Optional<HostPort> listen, Optional<String> language, Theme theme,
        Optional<Login> login, Optional<String> strategy) {
    public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty(), Theme.SYSTEM,
            Optional.empty(), Optional.empty());

    /** The look of the window; {@code SYSTEM} follows the desktop. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    public Settings withListen(HostPort address) {
        return new Settings(Optional.of(address), language, theme, login, strategy);
    }

    public Settings withTheme(Theme other) {
        return new Settings(listen, language, other, login, strategy);
    }

    public Settings withLanguage(Optional<String> other) {
        return new Settings(listen, other, theme, login, strategy);
    }

    public Settings withLogin(Optional<Login> other) {
        return new Settings(listen, language, theme, other, strategy);
    }

    public Settings withStrategy(String other) {
        return new Settings(listen, language, theme, login, Optional.of(other));
    }
}
