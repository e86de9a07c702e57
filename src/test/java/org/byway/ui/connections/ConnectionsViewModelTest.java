package org.byway.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.byway.engine.standing.OpenConnection;
import org.byway.model.Destination;
import org.byway.net.TrafficMeter.Traffic;
import org.byway.ui.testing.RecordedCommands;
import org.byway.ui.testing.Samples;
import org.junit.jupiter.api.Test;

class ConnectionsViewModelTest {
    private final RecordedCommands commands = new RecordedCommands();
    private final ConnectionsViewModel model = new ConnectionsViewModel(commands);

    @Test
    void connectionsThatGoOnKeepTheirRow() {
        commands.connections.addAll(List.of(connection(2, 0), connection(1, 0)));
        model.tick();
        ConnectionRow first = model.rows().get(1);
        commands.connections.clear();
        commands.connections.addAll(List.of(connection(3, 0), connection(1, 500)));
        model.tick();
        assertThat(numbers()).containsExactly(3L, 1L);
        assertThat(model.rows().get(1)).isSameAs(first);
        assertThat(first.value().get().moved().down()).isEqualTo(500);
    }

    @Test
    void closingAsksForThatOneAndLooksAgain() {
        commands.connections.addAll(List.of(connection(2, 0), connection(1, 0)));
        model.tick();
        model.close(List.of(model.rows().getFirst()));
        assertThat(commands.asked).containsExactly("close 2");
        assertThat(numbers()).containsExactly(1L);
    }

    @Test
    void allCanBeClosed() {
        commands.connections.addAll(List.of(connection(2, 0), connection(1, 0)));
        model.tick();
        model.closeAll();
        assertThat(model.rows()).isEmpty();
    }

    private List<Long> numbers() {
        return model.rows().stream().map(row -> row.value().get().number()).toList();
    }

    private static OpenConnection connection(long number, long down) {
        return new OpenConnection(number, Destination.of("example.org", 443), Samples.named(Samples.OSLO), Samples.NOW,
                new Traffic(0, down, 1));
    }
}
