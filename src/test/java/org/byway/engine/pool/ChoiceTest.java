package org.byway.engine.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.byway.model.EndpointList;
import org.byway.model.HostPort;
import org.byway.model.ListEntry;
import org.byway.model.endpoint.Socks5Endpoint;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private final ListEntry berlin = entry("Berlin", 1);
    private final ListEntry oslo = entry("Oslo", 2);
    private final ListEntry sameName = entry("Oslo", 3);
    private final EndpointList list = new EndpointList(List.of(berlin, oslo, sameName));

    @Test
    void nameAndIdPin() throws UnclearChoiceException {
        assertThat(Choice.of("Berlin", list)).isEqualTo(new Strategy.Pinned(berlin.id()));
        assertThat(Choice.of("berlin", list)).isEqualTo(new Strategy.Pinned(berlin.id()));
        assertThat(Choice.of(oslo.id().text(), list)).isEqualTo(new Strategy.Pinned(oslo.id()));
        assertThat(Choice.of("pinned:Berlin", list)).isEqualTo(new Strategy.Pinned(berlin.id()));
    }

    @Test
    void wordOfAStrategyIsThatStrategy() throws UnclearChoiceException {
        assertThat(Choice.of("automatic", list)).isEqualTo(new Strategy.Automatic());
        assertThat(Choice.of("spread", list)).isEqualTo(new Strategy.Spread());
    }

    @Test
    void sharedNameIsAmbiguousAndNamesTheIds() {
        assertThatThrownBy(() -> Choice.of("Oslo", list))
                .asInstanceOf(InstanceOfAssertFactories.type(UnclearChoiceException.class))
                .matches(UnclearChoiceException::isAmbiguous)
                .extracting(UnclearChoiceException::candidates, InstanceOfAssertFactories.list(String.class))
                .containsExactly("Oslo (" + oslo.id() + ")", "Oslo (" + sameName.id() + ")");
    }

    @Test
    void mistypedNameNamesWhatIsNear() {
        assertThatThrownBy(() -> Choice.of("Berlim", list))
                .asInstanceOf(InstanceOfAssertFactories.type(UnclearChoiceException.class))
                .matches(it -> !it.isAmbiguous())
                .extracting(UnclearChoiceException::candidates, InstanceOfAssertFactories.list(String.class))
                .containsExactly("Berlin (" + berlin.id() + ")");
    }

    private static ListEntry entry(String name, int port) {
        return ListEntry.of(new Socks5Endpoint(new HostPort("192.0.2.1", port), Optional.empty()), name, "test");
    }
}
