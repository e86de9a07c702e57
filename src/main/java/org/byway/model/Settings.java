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
 * @param motion   whether anything may move by itself in the window
 * @param textPercent the size of the window's text, of the system's own: 100 to 200
 * @param unreadable the names of those that are stored in a form that this version cannot read: they are kept so, and are
 *                   here as at the first start, until they are chosen anew
 */
public record Settings(Optional<HostPort> listen, Optional<String> language, Theme theme,
        Optional<Login> login, Optional<String> strategy, List<String> probeTargets, Motion motion,
        int textPercent, Set<String> unreadable) {
    /** Text as large as the system has it. */
    public static final int USUAL_TEXT = 100;

    public static final Settings DEFAULT = new Settings(Optional.empty(), Optional.empty(), Theme.SYSTEM,
            Optional.empty(), Optional.empty(), List.of(), Motion.SYSTEM, USUAL_TEXT, Set.of());
    private static final String LOGIN = "login";

    public Settings {
        probeTargets = List.copyOf(probeTargets);
        textPercent = Math.clamp(textPercent, USUAL_TEXT, 2 * USUAL_TEXT);
        unreadable = Set.copyOf(unreadable);
    }

    /** The look of the window; {@code SYSTEM} follows the desktop. */
    public enum Theme {
        SYSTEM, LIGHT, DARK
    }

    /** Whether anything moves by itself; {@code SYSTEM} follows the desktop. */
    public enum Motion {
        SYSTEM, REDUCED
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
        return new Settings(Optional.of(address), language, theme, login, strategy, probeTargets, motion, textPercent,
                without("listen"));
    }

    public Settings withTheme(Theme other) {
        return new Settings(listen, language, other, login, strategy, probeTargets, motion, textPercent,
                without("theme"));
    }

    public Settings withLanguage(Optional<String> other) {
        return new Settings(listen, other, theme, login, strategy, probeTargets, motion, textPercent,
                without("language"));
    }

    public Settings withLogin(Optional<Login> other) {
        return new Settings(listen, language, theme, other, strategy, probeTargets, motion, textPercent,
                without(LOGIN));
    }

    public Settings withStrategy(String other) {
        return new Settings(listen, language, theme, login, Optional.of(other), probeTargets, motion, textPercent,
                without("strategy"));
    }

    public Settings withProbeTargets(List<String> others) {
        return new Settings(listen, language, theme, login, strategy, others, motion, textPercent,
                without("probeTargets"));
    }

    public Settings withMotion(Motion other) {
        return new Settings(listen, language, theme, login, strategy, probeTargets, other, textPercent,
                without("motion"));
    }

    public Settings withTextPercent(int other) {
        return new Settings(listen, language, theme, login, strategy, probeTargets, motion, other,
                without("textPercent"));
    }

    private Set<String> without(String chosen) {
        return unreadable.stream().filter(Predicate.not(chosen::equals)).collect(Collectors.toSet());
    }
}
