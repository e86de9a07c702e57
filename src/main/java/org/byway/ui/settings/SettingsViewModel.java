package org.byway.ui.settings;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.ListenAt;
import org.byway.engine.pool.Strategy;
import org.byway.engine.reason.NamedEndpoint;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.model.LoginUnreadableException;
import org.byway.model.Settings;
import org.byway.model.endpoint.HttpProxyEndpoint;
import org.byway.model.endpoint.Login;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ScreenModel;
import org.byway.ui.control.Notice.Tone;
import org.byway.words.Words;

/** What is kept, what was typed, and what came of the last change of each group. */
final class SettingsViewModel implements ScreenModel {
    private final Commands commands;
    private final Words words;
    private final ReadOnlyObjectWrapper<Settings> settings = new ReadOnlyObjectWrapper<>(Settings.DEFAULT);
    private final ReadOnlyObjectWrapper<List<StrategyChoice>> strategies = new ReadOnlyObjectWrapper<>(List.of());
    private final StringProperty port = new SimpleStringProperty("");
    private final StringProperty user = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty probeTargets = new SimpleStringProperty("");
    private EndpointList list = EndpointList.EMPTY;
    private Optional<NamedEndpoint> inUse = Optional.empty();

    SettingsViewModel(Commands commands, Words words) {
        this.commands = commands;
        this.words = words;
        show(Settings.DEFAULT);
    }

    /** Where the outcome of a change is said. */
    interface Outcome {
        void say(String sentence, Tone tone);
    }

    /** A strategy as it is offered: of those for one endpoint, with its name. */
    record StrategyChoice(Strategy strategy, String name) {}

    @Override
    public void show(Settings newest) {
        Settings before = settings.get();
        settings.set(newest);
        if (!before.listen().equals(newest.listen()) || port.get().isEmpty()) {
            port.set(String.valueOf(newest.listen().orElse(ListenAt.USUAL).port()));
        }
        Optional<Login> login = readable(newest);
        if (!login.equals(readable(before))) {
            user.set(login.map(Login::user).orElse(""));
            password.set(login.map(it -> it.password().reveal()).orElse(""));
        }
        if (!before.probeTargets().equals(newest.probeTargets())) {
            probeTargets.set(String.join("\n", newest.probeTargets()));
        }
        offer();
    }

    @Override
    public void show(EndpointList newest) {
        list = newest;
        offer();
    }

    @Override
    public void show(EngineSnapshot snapshot) {
        Optional<NamedEndpoint> now = snapshot.selected().map(EngineSnapshot.Selection::endpoint);
        if (!now.equals(inUse)) {
            inUse = now;
            offer();
        }
    }

    void keep(UnaryOperator<Settings> change, Outcome outcome) {
        commands.change(change).whenComplete((kept, failure) -> {
            if (failure == null) {
                outcome.say("", Tone.GOOD);
            } else {
                outcome.say(words.failure(failure), Tone.BAD);
            }
        });
    }

    /** The port and the login, as typed. */
    void keepListener(Outcome outcome) {
        try {
            HostPort address = new HostPort(ListenAt.USUAL.host(), HostPort.parsePort(port.get().strip()));
            Optional<Login> login = login();
            said(commands.change(it -> it.withListen(address).withLogin(login)), outcome);
        } catch (InvalidValueException wrong) {
            outcome.say(words.problem(wrong.problem()), Tone.BAD);
        }
    }

    void keepProbeTargets(Outcome outcome) {
        List<String> targets = probeTargets.get().lines().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (targets.stream().allMatch(it -> it.startsWith("http://") || it.startsWith("https://"))) {
            said(commands.change(it -> it.withProbeTargets(targets)), outcome);
        } else {
            outcome.say(words.text("fetch.bad-address"), Tone.BAD);
        }
    }

    private void said(CompletionStage<Settings> change, Outcome outcome) {
        change.whenComplete((kept, failure) -> {
            if (failure == null) {
                outcome.say(words.text("settings.kept"), Tone.GOOD);
            } else {
                outcome.say(words.failure(failure), Tone.BAD);
            }
        });
    }

    /** One that SOCKS5 and HTTP can carry, which is what these two records require of theirs. */
    private Optional<Login> login() {
        if (user.get().isEmpty() && password.get().isEmpty()) {
            return Optional.empty();
        }
        Optional<Login> login = Optional.of(Login.of(user.get(), password.get()));
        return new HttpProxyEndpoint(ListenAt.USUAL, new Socks5Endpoint(ListenAt.USUAL, login).login()).login();
    }

    /** Whether programs have to show a login that this version cannot read. */
    boolean isLoginUnreadable() {
        return settings.get().unreadable().contains("login");
    }

    private static Optional<Login> readable(Settings settings) {
        try {
            return settings.login();
        } catch (LoginUnreadableException unreadable) {
            return Optional.empty();
        }
    }

    /** All that need no further word, and the one endpoint that is pinned or in use. */
    private void offer() {
        List<StrategyChoice> offered = new java.util.ArrayList<>(
                Strategy.NAMED.stream().map(it -> new StrategyChoice(it, "")).toList());
        Strategy kept = Strategy.kept(settings.get());
        if (kept instanceof Strategy.Pinned pinned) {
            offered.add(new StrategyChoice(pinned,
                    list.find(pinned.id()).map(it -> it.name()).orElse(pinned.id().text())));
        } else {
            inUse.ifPresent(it -> offered.add(new StrategyChoice(new Strategy.Pinned(it.id()), it.name())));
        }
        if (!offered.equals(strategies.get())) {
            strategies.set(List.copyOf(offered));
        }
    }

    ReadOnlyObjectProperty<Settings> settings() {
        return settings.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<StrategyChoice>> strategies() {
        return strategies.getReadOnlyProperty();
    }

    StringProperty port() {
        return port;
    }

    StringProperty user() {
        return user;
    }

    StringProperty password() {
        return password;
    }

    StringProperty probeTargets() {
        return probeTargets;
    }
}
