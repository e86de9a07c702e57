package org.byway.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.byway.model.HostPort;
import org.byway.model.LoginUnreadableException;
import org.byway.model.Settings;
import org.byway.model.Settings.Theme;
import org.byway.model.endpoint.Login;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SettingsStoreTest {
    private static final String OF_ANOTHER_VERSION = "{\"scheme\":\"scram\",\"key\":\"abc\"}";

    @TempDir
    Path folder;
    private SettingsStore store;

    @BeforeEach
    void open() throws StoreException {
        store = Profile.open(folder).settings();
        store.update(first -> first.withTheme(Theme.DARK));
    }

    @Test
    void everySettingComesBack() throws StoreException {
        Settings all = new Settings(Optional.of(new HostPort("127.0.0.1", 1081)), Optional.of("ru"), Theme.LIGHT,
                Optional.of(Login.of("me", "s3cret")), Optional.of("ordered"),
                List.of("https://page.example/"), Settings.Motion.REDUCED, 150, Set.of());
        store.update(first -> all);

        assertThat(store.load().value()).isEqualTo(all);
    }

    /** Another kind of object, a text, a login that says nothing, a name that is none. */
    @ParameterizedTest
    @ValueSource(strings = {OF_ANOTHER_VERSION, "\"me:pw\"", "{\"user\":\"\",\"password\":\"\"}",
            "{\"user\":1,\"password\":\"pw\"}", "[]", "true"})
    void loginThatCannotBeReadIsNeverTakenForNone(String login) throws Exception {
        write("{\"version\":1,\"theme\":\"LIGHT\",\"login\":" + login + "}");
        Settings read = store.load().value();

        assertThatThrownBy(read::login).isInstanceOf(LoginUnreadableException.class).hasMessageNotContaining("me");
        assertThat(read.theme()).isEqualTo(Theme.LIGHT);
    }

    @Test
    void loginThatCannotBeReadStaysAsItIsWhenSomethingElseIsChosen() throws Exception {
        write("{\"version\":1,\"login\":" + OF_ANOTHER_VERSION + "}");
        store.update(now -> now.withTheme(Theme.LIGHT).withStrategy("spread"));

        assertThat(stored(3).path("login")).isEqualTo(Json.parse(OF_ANOTHER_VERSION));
        assertThat(stored(3).path("theme").asString()).isEqualTo("LIGHT");
        Settings read = store.load().value();
        assertThatThrownBy(read::login).isInstanceOf(LoginUnreadableException.class);
    }

    @Test
    void loginThatIsSetAnewReplacesOneThatCouldNotBeRead() throws Exception {
        write("{\"version\":1,\"login\":" + OF_ANOTHER_VERSION + "}");
        store.update(now -> now.withLogin(Optional.of(Login.of("me", "pw"))));

        assertThat(store.load().value().login()).contains(Login.of("me", "pw"));
        assertThat(stored(2).path("login")).isEqualTo(Json.parse(OF_ANOTHER_VERSION));
    }

    @Test
    void loginThatIsGivenUpEndsOneThatCouldNotBeRead() throws Exception {
        write("{\"version\":1,\"login\":" + OF_ANOTHER_VERSION + "}");
        store.update(now -> now.withLogin(Optional.empty()));

        assertThat(store.load().value().login()).isEmpty();
        assertThat(stored(3).has("login")).isFalse();
    }

    @Test
    void otherSettingThatCannotBeReadIsAsAtTheFirstStartAndStaysInTheFile() throws Exception {
        write("{\"version\":1,\"theme\":\"SEPIA\",\"listen\":7}");
        Settings read = store.load().value();
        assertThat(read.theme()).isEqualTo(Theme.SYSTEM);
        assertThat(read.listen()).isEmpty();
        store.update(now -> now.withLanguage(Optional.of("ru")));

        assertThat(stored(3).path("theme").asString()).isEqualTo("SEPIA");
        assertThat(stored(3).path("listen").asInt()).isEqualTo(7);
    }

    @Test
    void fieldOfANewerVersionStaysInTheFile() throws Exception {
        write("{\"version\":1,\"hotkey\":\"F7\",\"unreadable\":[\"login\"]}");
        store.update(now -> now.withTheme(Theme.LIGHT));

        assertThat(stored(3).path("hotkey").asString()).isEqualTo("F7");
        assertThat(store.load().value().login()).isEmpty();
    }

    private void write(String json) throws Exception {
        StoredSettings.write(folder, json);
    }

    private JsonNode stored(int generation) throws Exception {
        return StoredSettings.read(folder, generation);
    }
}
