package org.byway.ui.endpoints;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.TableColumn;
import org.byway.engine.health.EndpointStatus;
import org.byway.model.ListEntry;
import org.byway.words.Words;

/** The columns of the table: what each shows and how it sorts. */
final class EndpointColumns {
    private static final Comparator<String> AS_READ = String.CASE_INSENSITIVE_ORDER;
    private static final Comparator<ListEntry> BY_NAME = Comparator.comparing(ListEntry::name, AS_READ);
    private static final Comparator<ListEntry> BY_PROTOCOL = Comparator.comparing(EndpointColumns::protocol, AS_READ);
    private static final Comparator<ListEntry> BY_SERVER = Comparator.comparing(EndpointColumns::server, AS_READ);
    private static final Comparator<ListEntry> BY_SOURCE = Comparator.comparing(EndpointColumns::source, AS_READ);
    private static final Comparator<EndpointStatus> BY_HEALTH = Comparator.comparingInt(EndpointColumns::healthRank);
    private static final Comparator<EndpointStatus> BY_OPENED = Comparator
            .comparing(status -> status.opened().orElse(Duration.ofDays(1)));
    private static final Comparator<EndpointStatus> BY_LAST_USED = Comparator
            .comparing((EndpointStatus status) -> status.lastUsed().orElse(Instant.EPOCH)).reversed();

    private final Words words;
    private final InstantSource clock;

    EndpointColumns(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    List<TableColumn<EndpointRow, ?>> all() {
        return List.of(health(), entry("column.name", EndpointColumns::name, BY_NAME, 175),
                entry("column.protocol", EndpointColumns::protocol, BY_PROTOCOL, 95),
                entry("column.server", EndpointColumns::server, BY_SERVER, 205),
                status("column.opened", this::opened, BY_OPENED, 100),
                status("column.last-used", this::lastUsed, BY_LAST_USED, 140),
                entry("column.source", EndpointColumns::source, BY_SOURCE, 118));
    }

    private TableColumn<EndpointRow, EndpointStatus> health() {
        TableColumn<EndpointRow, EndpointStatus> column = column("column.health", EndpointRow::status, BY_HEALTH, 70);
        column.setCellFactory(ignored -> new HealthCell(words));
        return column;
    }

    private TableColumn<EndpointRow, ListEntry> entry(String key, Function<ListEntry, String> text,
            Comparator<ListEntry> order, double width) {
        TableColumn<EndpointRow, ListEntry> column = column(key, EndpointRow::entry, order, width);
        column.setCellFactory(ignored -> new TextCell<>(text));
        return column;
    }

    private TableColumn<EndpointRow, EndpointStatus> status(String key, Function<EndpointStatus, String> text,
            Comparator<EndpointStatus> order, double width) {
        TableColumn<EndpointRow, EndpointStatus> column = column(key, EndpointRow::status, order, width);
        column.setCellFactory(ignored -> new TextCell<>(text));
        return column;
    }

    private <T> TableColumn<EndpointRow, T> column(String key, Function<EndpointRow, ObservableValue<T>> value,
            Comparator<T> order, double width) {
        TableColumn<EndpointRow, T> column = new TableColumn<>(words.text(key));
        column.setId(key.replace('.', '-'));
        column.setCellValueFactory(features -> value.apply(features.getValue()));
        column.setComparator(order);
        column.setPrefWidth(width);
        column.setMinWidth(width / 2);
        return column;
    }

    private static String name(ListEntry entry) {
        return entry.name();
    }

    private static String protocol(ListEntry entry) {
        return entry.endpoint().protocol();
    }

    private static String server(ListEntry entry) {
        return entry.endpoint().server().toString();
    }

    private static String source(ListEntry entry) {
        return String.join(", ", entry.sources());
    }

    private String opened(EndpointStatus status) {
        return status.opened().map(words::duration).orElse("");
    }

    private String lastUsed(EndpointStatus status) {
        return status.lastUsed().map(at -> words.when(at, clock.instant())).orElse("");
    }

    /** What works comes first, what was never tried before what is known to fail. */
    private static int healthRank(EndpointStatus status) {
        return switch (status.health()) {
            case ALIVE -> 0;
            case SUSPECT -> 1;
            case UNKNOWN -> 2;
            case DOWN -> 3;
        };
    }
}
