package org.byway.ui.editor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.ShadowsocksEndpoint;
import org.byway.model.endpoint.Socks5Endpoint;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;

class EditorViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final Words words = Words.forPerson(Optional.of("en"));
    private boolean isSaved;

    @Test
    void anEntryIsChangedInItsPlaceAndKeepsItsId() {
        EditorViewModel model = editor(Optional.of(Samples.AMSTERDAM));
        model.name().set("Amsterdam, new");
        model.tags().set("fast, friends ,fast");
        field(model, "host").text().set("198.51.100.25");
        assertThat(model.save(() -> isSaved = true)).isEmpty();
        ListEntry edited = commands.edited.getFirst();
        assertThat(edited.id()).isEqualTo(Samples.AMSTERDAM.id());
        assertThat(edited.name()).isEqualTo("Amsterdam, new");
        assertThat(edited.tags()).containsExactly("fast", "friends");
        assertThat(edited.endpoint()).isEqualTo(new Socks5Endpoint(new HostPort("198.51.100.25", 1080),
                ((Socks5Endpoint) Samples.AMSTERDAM.endpoint()).login()));
        assertThat(isSaved).isTrue();
    }

    @Test
    void aFlagIsNotShownAsBoxesAndStays() {
        EditorViewModel model = editor(Optional.of(Samples.AMSTERDAM.withName("🇳🇱 Amsterdam")));
        assertThat(model.name().get()).isEqualTo("Amsterdam");
        model.save(() -> isSaved = true);
        assertThat(commands.edited.getFirst().name()).isEqualTo("🇳🇱 Amsterdam");
    }

    @Test
    void aFieldThatIsWrongSaysSoAndNothingIsSaved() {
        EditorViewModel model = editor(Optional.of(Samples.AMSTERDAM));
        field(model, "port").text().set("a");
        assertThat(model.save(() -> isSaved = true)).contains(field(model, "port"));
        assertThat(field(model, "port").problem().get()).isEqualTo("The port is not a number from 1 to 65535.");
        assertThat(commands.asked).isEmpty();
        assertThat(isSaved).isFalse();
        field(model, "port").text().set("1");
        model.save(() -> isSaved = true);
        assertThat(field(model, "port").problem().get()).isEmpty();
    }

    @Test
    void aNewEntryKeepsWhatWasTypedWhenItsKindChanges() {
        EditorViewModel model = editor(Optional.empty());
        field(model, "host").text().set("example.org");
        field(model, "port").text().set("8388");
        model.choose(new EndpointKind(ShadowsocksEndpoint.class));
        field(model, "password").text().set("pass");
        model.save(() -> isSaved = true);
        assertThat(commands.asked).containsExactly("add example.org:8388");
        assertThat(commands.edited.getFirst().endpoint()).isInstanceOf(ShadowsocksEndpoint.class);
    }

    @Test
    void aDiskThatIsFullLosesNothing() {
        commands.canSave = false;
        EditorViewModel model = editor(Optional.of(Samples.AMSTERDAM));
        model.save(() -> isSaved = true);
        assertThat(isSaved).isFalse();
        assertThat(model.failure().get()).isNotEmpty();
        assertThat(model.busy().get()).isFalse();
    }

    @Test
    void everyKindThatCanBeRunIsOffered() {
        assertThat(EndpointKind.all()).extracting(EndpointKind::word).contains("socks5", "http-proxy", "shadowsocks")
                .doesNotContain("unsupported");
    }

    private EditorViewModel editor(Optional<ListEntry> entry) {
        return new EditorViewModel(commands, words, entry);
    }

    private static FormField field(EditorViewModel model, String component) {
        return model.form().get().fields().stream().filter(it -> it.component().equals(component)).findFirst()
                .orElseThrow();
    }
}
