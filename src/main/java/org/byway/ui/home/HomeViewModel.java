package org.byway.ui.home;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.reason.Reason;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.LoginUnreadableException;
import org.byway.model.Settings;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.ScreenModel;
import org.byway.words.Words;

/** What the home screen says, made from the newest snapshot. */
final class HomeViewModel implements ScreenModel {
    private final Commands commands;
    private final Words words;
    private final RateMeter meter;
    private final RateHistory history;
    private EngineSnapshot snapshot = EngineSnapshot.OFF;
    private Settings settings = Settings.DEFAULT;
    private boolean isListEmpty;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.OFF);
    private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper endpoint = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper why = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper up = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper down = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper connections = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<RateMeter.Rate>> seconds = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyBooleanWrapper needsEndpoints = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper needsPort = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper listening = new ReadOnlyBooleanWrapper();

    HomeViewModel(Commands commands, Words words, InstantSource clock) {
        this.commands = commands;
        this.words = words;
        this.meter = new RateMeter(clock);
        this.history = new RateHistory(clock);
        show(EngineSnapshot.OFF);
    }

    @Override
    public void show(EngineSnapshot newest) {
        snapshot = newest;
        state.set(newest.state());
        sentence.set(words.sentence(newest));
        // in trouble nothing goes through it, and the sentence says why
        Optional<EngineSnapshot.Selection> way = newest.selected().filter(it -> newest.state() != State.TROUBLE);
        endpoint.set(way.map(selected -> selected.endpoint().name()).orElse(""));
        why.set(way.map(selected -> words.whyMoved(selected.reason())).orElse(""));
        address.set(newest.listening().map(HostPort::toString).orElse(""));
        listening.set(newest.listening().isPresent());
        connections.set(words.count("connections", newest.traffic().connections()));
        showRate();
        showNeed();
    }

    /** Once a second, while the screen is seen. */
    void tick() {
        meter.look(snapshot.traffic());
        history.look(snapshot.traffic());
        if (!history.seconds().equals(seconds.get())) {
            seconds.set(history.seconds());
        }
        showRate();
    }

    @Override
    public void show(EndpointList list) {
        isListEmpty = list.isEmpty();
        showNeed();
    }

    @Override
    public void show(Settings newest) {
        settings = newest;
    }

    /** The address that joins Telegram to Byway, while programs can connect. */
    Optional<String> telegram() {
        try {
            return snapshot.listening().map(address -> TelegramLink.to(address, settings.login()));
        } catch (LoginUnreadableException unreadable) {
            return Optional.empty(); // with such a login nothing listens
        }
    }

    private void showNeed() {
        // where it cannot even listen, or this computer is offline, another server would change nothing
        boolean isOffline = snapshot.trouble().filter(Reason.OwnNetworkDown.class::isInstance).isPresent();
        boolean isWithoutWay = snapshot.state() == State.TROUBLE && snapshot.listening().isPresent() && !isOffline;
        needsEndpoints.set(isListEmpty || isWithoutWay);
        needsPort.set(snapshot.trouble().filter(Reason.AddressTaken.class::isInstance).isPresent());
    }

    /** The switch was pressed: on where nothing listens, otherwise off. */
    void toggle() {
        boolean isStuck = snapshot.state() == State.TROUBLE && snapshot.listening().isEmpty();
        if (snapshot.state() == State.OFF || isStuck) {
            commands.connect().whenComplete((nothing, failure) -> {
                if (failure != null) {
                    state.set(State.TROUBLE);
                    sentence.set(words.failure(failure));
                }
            });
        } else {
            commands.disconnect();
        }
    }

    private void showRate() {
        RateMeter.Rate rate = meter.rate();
        up.set(words.rate(rate.up()));
        down.set(words.rate(rate.down()));
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyStringProperty sentence() {
        return sentence.getReadOnlyProperty();
    }

    ReadOnlyStringProperty endpoint() {
        return endpoint.getReadOnlyProperty();
    }

    ReadOnlyStringProperty why() {
        return why.getReadOnlyProperty();
    }

    ReadOnlyStringProperty address() {
        return address.getReadOnlyProperty();
    }

    ReadOnlyStringProperty up() {
        return up.getReadOnlyProperty();
    }

    ReadOnlyStringProperty down() {
        return down.getReadOnlyProperty();
    }

    ReadOnlyStringProperty connections() {
        return connections.getReadOnlyProperty();
    }

    /** Of the last minute, the oldest first. */
    ReadOnlyObjectProperty<List<RateMeter.Rate>> seconds() {
        return seconds.getReadOnlyProperty();
    }

    /** Whether there should be a way to add some on this screen. */
    ReadOnlyBooleanProperty needsEndpoints() {
        return needsEndpoints.getReadOnlyProperty();
    }

    /** Whether another program has the port, so that one of the two has to take another. */
    ReadOnlyBooleanProperty needsPort() {
        return needsPort.getReadOnlyProperty();
    }

    /** Whether programs can connect, so that the lines of detail mean something. */
    ReadOnlyBooleanProperty listening() {
        return listening.getReadOnlyProperty();
    }
}
