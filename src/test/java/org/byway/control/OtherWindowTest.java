package org.byway.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Optional;
import org.byway.control.ControlRequest.Command;
import org.byway.words.Words;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

@SuppressWarnings("try") // it only has to be there
class OtherWindowTest {
    private static final Words ENGLISH = Words.forPerson(Optional.of("en"));

    @TempDir
    private Path folder;

    @Test
    void whereNobodyRunsThereIsNone() {
        assertThat(OtherWindow.show(folder, ENGLISH)).isEmpty();
        assertThat(OtherWindow.show(folder.resolve("not there"), ENGLISH)).isEmpty();
    }

    @Test
    void oneThatCameForwardIsNoTrouble() {
        try (ControlServer _ = ControlServer.open(folder, (request, body) -> JsonMapper.shared()
                .createObjectNode().put("ok", request.command() == Command.SHOW))) {
            assertThat(OtherWindow.show(folder, ENGLISH)).contains(new OtherWindow(Optional.empty()));
        }
    }

    @Test
    void oneWithoutAWindowSaysSo() {
        try (ControlServer _ = ControlServer.open(folder, (request, body) -> JsonMapper.shared()
                .createObjectNode().put("ok", false).put("sentence", "no window, said " + request.language()))) {
            assertThat(OtherWindow.show(folder, ENGLISH).orElseThrow().trouble()).contains("no window, said en");
        }
    }

    @Test
    void anOlderOneThatKnowsNoSuchRequestIsNamed() {
        try (ControlServer _ = ControlServer.open(folder, (request, body) -> {
            throw new IllegalArgumentException("not a request");
        })) {
            assertThat(OtherWindow.show(folder, ENGLISH).orElseThrow().trouble().orElseThrow())
                    .startsWith("Another Byway is running with this list and does not answer.");
        }
    }
}
