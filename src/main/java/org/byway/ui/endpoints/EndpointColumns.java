package org.byway.ui.endpoints;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import org.byway.geo.Country;
import org.byway.ui.control.Columns;
import org.byway.ui.control.TagText;
import org.byway.words.Words;

/** The columns of the table: what each shows and how it sorts. */
final class EndpointColumns {
    /** The most digits that a time is written with. */
    private static final Duration LONGEST_WRITTEN = Duration.ofMillis(999);
    private static final String LONGEST_PROTOCOL = "shadowsocks";
    private static final long LONGEST_AMOUNT = 999_000;
    private static final double SPACE_IN_CELL = 1.3;
    /** In em: the line of recent times and the space round both. */
    private static final double BESIDE_FIRST_BYTE = 4.7;
    private static final Duration NEVER = Duration.ofDays(1);
    private static final Comparator<Sight> BY_HEALTH = Comparator.comparingInt(EndpointColumns::healthRank);
    private static final Comparator<Sight> BY_NAME = Comparator.comparing(it -> it.entry().name(),
            String.CASE_INSENSITIVE_ORDER);
    private static final Comparator<Sight> BY_COUNTRY = Comparator
            .comparing(it -> it.country().map(Country::code).orElse("~"));
    private static final Comparator<Sight> BY_PROTOCOL = Comparator.comparing(Sight::protocol);
    private static final Comparator<Sight> BY_SERVER = Comparator
            .comparing((Sight it) -> it.entry().endpoint().server().host())
            .thenComparingInt(it -> it.entry().endpoint().server().port());
    private static final Comparator<Sight> BY_TAGS = Comparator.comparing(it -> TagText.write(it.entry().tags()));
    private static final Comparator<Sight> BY_FIRST_BYTE = Comparator
            .comparing(it -> it.state().firstByte().orElse(NEVER));
    private static final Comparator<Sight> BY_LAST_USED = Comparator
            .comparing((Sight it) -> it.state().status().lastUsed().orElse(Instant.EPOCH)).reversed();
    private static final Comparator<Sight> BY_MOVED = Comparator.comparingLong((Sight it) -> it.state().bytes())
            .reversed();

    private final Words words;
    private final InstantSource clock;

    EndpointColumns(Words words, InstantSource clock) {
        this.words = words;
        this.clock = clock;
    }

    List<TableColumn<EndpointRow, RowState>> all() {
        TableColumn<EndpointRow, RowState> moved = text("column.moved", this::moved, BY_MOVED, 5.8);
        moved.getStyleClass().add("figure-column");
        Columns.room(moved, words.bytes(LONGEST_AMOUNT), SPACE_IN_CELL);
        TableColumn<EndpointRow, RowState> firstByte = column("column.first-byte", () -> new FirstByteCell(words),
                BY_FIRST_BYTE, 10.4);
        TableColumn<EndpointRow, RowState> protocol = text("column.protocol", EndpointColumns::protocol, BY_PROTOCOL,
                7);
        Columns.room(protocol, LONGEST_PROTOCOL, SPACE_IN_CELL);
        Columns.room(firstByte, words.duration(LONGEST_WRITTEN), BESIDE_FIRST_BYTE);
        return List.of(column("column.health", () -> new HealthCell(words), BY_HEALTH, 5),
                column("column.name", NameCell::new, BY_NAME, 12.6),
                column("column.country", () -> new CountryCell(words), BY_COUNTRY, 5.6),
                protocol,
                column("column.server", () -> new ServerCell(words), BY_SERVER, 12.6),
                text("column.tags", EndpointColumns::tags, BY_TAGS, 5.4),
                firstByte, text("column.last-used", this::lastUsed, BY_LAST_USED, 6.6), moved);
    }

    private TableColumn<EndpointRow, RowState> text(String key, Function<EndpointRow, String> text,
            Comparator<Sight> order, double width) {
        return column(key, () -> new TextCell(text), order, width);
    }

    /** The table sorts rows, not cells: the same order for both. */
    private TableColumn<EndpointRow, RowState> column(String key, Supplier<TableCell<EndpointRow, RowState>> cell,
            Comparator<Sight> order, double width) {
        TableColumn<EndpointRow, RowState> column = new RowColumn(words.text(key), order);
        column.setId(key.replace('.', '-'));
        column.setCellValueFactory(features -> features.getValue().state());
        column.setCellFactory(ignored -> cell.get());
        Columns.width(column, width);
        return column;
    }

    private static String protocol(EndpointRow row) {
        return row.entry().endpoint().protocol();
    }

    private static String tags(EndpointRow row) {
        return TagText.write(row.entry().tags());
    }

    private String lastUsed(EndpointRow row) {
        return row.status().lastUsed().map(at -> words.briefly(at, clock.instant())).orElse("");
    }

    private String moved(EndpointRow row) {
        return row.now().bytes() == 0 ? "" : words.bytes(row.now().bytes());
    }

    /** What works comes first, what was never tried before what is known to fail. */
    private static int healthRank(Sight sight) {
        return switch (sight.state().health()) {
            case ALIVE -> 0;
            case SUSPECT -> 1;
            case UNKNOWN -> 2;
            case DOWN -> 3;
        };
    }
}
