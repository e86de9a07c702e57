package org.byway.ui.endpoints;

import java.util.List;
import java.util.Optional;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import org.byway.ui.control.Icon;

/** Everything that can be done with selected rows, in the order in which it is offered; buttons, menu and keys follow. */
enum EndpointAction {
    USE("endpoints.use", Icon.CHECK, Needs.ONE_USABLE, KeyCode.ENTER, Key.ALONE) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.work().use(rows.getFirst());
        }
    },
    TEST("endpoints.test", Icon.PLAY, Needs.SOME, KeyCode.T, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.tests().begin(rows);
        }
    },
    EDIT("endpoints.edit", Icon.EDIT, Needs.ONE, KeyCode.F2, Key.ALONE) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.ways().toEditor(Optional.of(rows.getFirst().entry()));
        }
    },
    PIN("endpoints.pin", Icon.PIN, Needs.SOME, KeyCode.P, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.work().pin(rows);
        }
    },
    TAG("endpoints.tag", Icon.TAG, Needs.SOME, KeyCode.L, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.openTags(rows);
        }
    },
    SHARE("endpoints.share", Icon.QR, Needs.ONE, KeyCode.R, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.ways().toSharing(rows.getFirst().entry());
        }
    },
    COPY("endpoints.copy", Icon.LINKS, Needs.SOME, KeyCode.C, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.copy(rows);
        }
    },
    EXPORT("endpoints.export", Icon.EXPORT, Needs.SOME, KeyCode.S, Key.WITH_CONTROL) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.export(rows);
        }
    },
    DELETE("endpoints.delete", Icon.TRASH, Needs.SOME, KeyCode.DELETE, Key.ALONE) {
        @Override
        void run(EndpointsView view, List<EndpointRow> rows) {
            view.work().delete(rows);
        }
    };

    /** For which selections it is offered. */
    private enum Needs {
        SOME, ONE, ONE_USABLE
    }

    private enum Key {
        ALONE, WITH_CONTROL
    }

    private final String key;
    private final Icon icon;
    private final Needs needs;
    private final KeyCode letter;
    private final Key how;

    EndpointAction(String key, Icon icon, Needs needs, KeyCode letter, Key how) {
        this.key = key;
        this.icon = icon;
        this.needs = needs;
        this.letter = letter;
        this.how = how;
    }

    /** @param rows for which {@link #isFor} holds */
    abstract void run(EndpointsView view, List<EndpointRow> rows);

    boolean isFor(List<EndpointRow> rows) {
        return switch (needs) {
            case SOME -> !rows.isEmpty();
            case ONE -> rows.size() == 1;
            case ONE_USABLE -> rows.size() == 1 && EndpointsViewModel.isUsable(rows.getFirst());
        };
    }

    String key() {
        return key;
    }

    Icon icon() {
        return icon;
    }

    /** Of the table, so that it acts on rows and nowhere else. */
    KeyCombination shortcut() {
        return how == Key.ALONE
                ? new KeyCodeCombination(letter)
                : new KeyCodeCombination(letter, KeyCombination.SHORTCUT_DOWN);
    }
}
