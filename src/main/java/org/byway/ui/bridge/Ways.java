package org.byway.ui.bridge;

/** The ways that lead from one screen to another, so that screens need not know each other. */
public interface Ways {
    void toHome();

    void toAdding();
}
