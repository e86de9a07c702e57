package org.byway.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.engine.pool.Strategy;
import org.byway.model.HostPort;
import org.byway.model.Settings;
import org.byway.model.endpoint.Login;
import org.byway.ui.settings.SettingsViewModel.StrategyChoice;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class SettingsViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final SettingsViewModel model = new SettingsViewModel(commands, Words.forPerson(Optional.of("en")));
    private String said = "";

    @Test
    void thePortAndTheLoginAreKeptTogether() {
        model.port().set(" 1090 ");
        model.user().set("me");
        model.password().set("secret");
        keepListener();
        assertThat(commands.settings.listen()).contains(new HostPort("127.0.0.1", 1090));
        assertThat(commands.settings.login()).contains(Login.of("me", "secret"));
        assertThat(said).isEqualTo("Saved.");
    }

    @Test
    void emptyFieldsAreNoLogin() {
        model.show(Settings.DEFAULT.withLogin(Optional.of(Login.of("me", "secret"))));
        assertThat(model.user().get()).isEqualTo("me");
        model.user().set("");
        model.password().set("");
        keepListener();
        assertThat(commands.settings.login()).isEmpty();
    }

    @Test
    void whatCannotBeIsSaidAndNothingIsKept() {
        model.port().set("70000");
        keepListener();
        assertThat(said).isEqualTo("The port is not a number from 1 to 65535.");
        model.port().set("1080");
        model.user().set("a:b");
        keepListener();
        assertThat(said).contains("colon");
        model.user().set("x".repeat(300));
        keepListener();
        assertThat(said).contains("longer");
        model.probeTargets().set("https://page.example/\nftp://no");
        model.keepProbeTargets((sentence, tone) -> said = sentence);
        assertThat(said).contains("http://");
        assertThat(commands.asked).isEmpty();
    }

    @Test
    void aDiskThatIsFullIsSaid() {
        commands.canSave = false;
        keepListener();
        assertThat(said).isEqualTo("This is a fault in Byway. Try it once more.");
    }

    @Test
    void whatOtherSettingsChangeLeavesWhatIsBeingTyped() {
        model.port().set("1234");
        model.probeTargets().set("https://page.example/");
        model.show(Settings.DEFAULT.withTheme(Settings.Theme.DARK));
        assertThat(model.port().get()).isEqualTo("1234");
        assertThat(model.probeTargets().get()).isEqualTo("https://page.example/");
    }

    @Test
    void theEndpointInUseOrThePinnedOneIsOffered() {
        assertThat(names()).containsExactly("automatic", "ordered", "fastest", "spread");
        model.show(Samples.on());
        assertThat(names()).endsWith("pinned:" + Samples.OSLO.id());
        model.show(Samples.THREE);
        model.show(Settings.DEFAULT.withStrategy("pinned:" + Samples.AMSTERDAM.id()));
        assertThat(names()).endsWith("pinned:" + Samples.AMSTERDAM.id());
        assertThat(model.strategies().get().getLast().name()).isEqualTo("Amsterdam");
    }

    @Test
    void aLoginOfANewerVersionIsKnownToBeThere() {
        model.show(new Settings(Optional.empty(), Optional.empty(), Settings.Theme.SYSTEM, Optional.empty(),
                Optional.empty(), List.of(), Settings.Motion.SYSTEM, 100, Set.of("login")));
        assertThat(model.isLoginUnreadable()).isTrue();
        assertThat(model.user().get()).isEmpty();
    }

    private void keepListener() {
        model.keepListener((sentence, tone) -> said = sentence);
    }

    private List<String> names() {
        return model.strategies().get().stream().map(StrategyChoice::strategy).map(Strategy::text).toList();
    }
}
