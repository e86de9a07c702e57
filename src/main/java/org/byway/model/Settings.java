package org.byway.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.byway.model.endpoint.Login;

/**
 * What a person chose, once for a profile.
 *
 * @param listen   the local address that Byway keeps, absent until the first start has found a free port
 * @param language a language tag (BCP 47), absent to follow the system
 * @param theme    the look of the window
 * @param strategy how endpoints are chosen, as its text on the command line; absent for the usual one
 * @param login    that local programs have to show, absent where every program may connect
 * @param probeTargets pages that probes ask for, as http(s) addresses; empty for the usual ones
 * @param unreadable the names of those that are stored in a form that this version cannot read: they are kept so, and are
 *                   here as at the first start, until they are chosen anew
 */
public record Settings(Optional<HostPort> listen, Optional<String> language, Theme theme,
        Optional<Login> login, Optional<String> strategy, List<String> probeTargets, Set<String> unreadable) {
    public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty(), Theme.SYSTEM,
            Optional.empty(), Optional.empty(), List.of(), Set.of());
    private static final String LOGIN = "login";

    public Settings {
        probeTargets = List.copyOf(probeTargets);
        unreadable = Set.copyOf(unreadable);
    }

    /** The look of the window; {@code SYSTEM} follows the desktop. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    /** @throws LoginUnreadableException where there is one that this version cannot read */
    @Override
    public Optional<Login> login() {
        if (unreadable.contains(LOGIN)) {
            throw new LoginUnreadableException();
        }
        return login;
    }

    public Settings withListen(HostPort address) {
        return new Settings(Optional.of(address), language, theme, login, strategy, probeTargets, without("listen"));
    }

    public Settings withTheme(Theme other) {
        return new Settings(listen, language, other, login, strategy, probeTargets, without("theme"));
    }

    public Settings withLanguage(Optional<String> other) {
        return new Settings(listen, other, theme, login, strategy, probeTargets, without("language"));
    }

    public Settings withLogin(Optional<Login> other) {
        return new Settings(listen, language, theme, other, strategy, probeTargets, without(LOGIN));
    }

    public Settings withStrategy(String other) {
        return new Settings(listen, language, theme, login, Optional.of(other), probeTargets, without("strategy"));
    }

    public Settings withProbeTargets(List<String> others) {
        return new Settings(listen, language, theme, login, strategy, others, without("probeTargets"));
    }

    private Set<String> without(String chosen) {
        return unreadable.stream().filter(Predicate.not(chosen::equals)).collect(Collectors.toSet());
    }
}
