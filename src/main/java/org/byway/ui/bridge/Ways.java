package org.byway.ui.bridge;

import java.util.Optional;
import org.byway.model.ListEntry;

/** The ways that lead from one screen to another, so that screens need not know each other. */
public interface Ways {
    void toHome();

    void toAdding();

    /** Over the screen in sight, until it is closed; nothing where a new entry is to be made. */
    void toEditor(Optional<ListEntry> entry);

    void toSharing(ListEntry entry);

    /** To whatever program of this computer opens such addresses. */
    void open(String address);
}
