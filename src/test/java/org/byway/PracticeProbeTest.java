package org.byway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.byway.engine.Engine;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.model.Settings;
import org.byway.subscription.OpenProfile;
import org.byway.ui.bridge.Commands;
import org.byway.ui.bridge.TestWatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who tests a practice server is not told that it fails because the internet is not behind it. */
class PracticeProbeTest {
    private final Wiring wiring = new Wiring();

    @AfterEach
    void close() {
        wiring.close();
    }

    @Test
    void practiceServersWork(@TempDir Path folder) throws Exception {
        Engine engine = wiring.engine();
        OpenProfile profile = wiring.profile(Optional.of(folder.resolve("profile")));
        Commands commands = wiring.window(engine, profile, Settings.DEFAULT).commands();
        List<ListEntry> practice = wiring.practice();
        BlockingQueue<ProbeVerdict> verdicts = new LinkedBlockingQueue<>();

        commands.test(practice, new TestWatch() {
            @Override
            public void tested(ListEntry entry, ProbeVerdict verdict) {
                verdicts.add(verdict);
            }

            @Override
            public void ended() {
                // each verdict is waited for
            }
        });

        for (ListEntry each : practice) {
            assertThat(verdicts.poll(20, TimeUnit.SECONDS)).as(each.name()).isInstanceOf(ProbeVerdict.Works.class);
        }
    }
}
