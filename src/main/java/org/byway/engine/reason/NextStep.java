package org.byway.engine.reason;

import java.util.Locale;

/** What a person can do about a verdict; the sentence for it is in the resource bundles. */
public enum NextStep {
    NOTHING, WAIT, CHECK_CONNECTION, LOG_IN_TO_NETWORK, SET_CLOCK, CHECK_PASSWORD, ASK_FOR_LINK, CHOOSE_ANOTHER, CHOOSE_OTHER_PROTOCOL, ASK_FOR_NEWER, ADD_ENDPOINTS, CLOSE_PROGRAMS, FREE_ADDRESS, ALLOW_LISTENING;

    /** What is left of it once new connections go elsewhere by themselves. */
    NextStep onceMoved() {
        return switch (this) {
            case WAIT, CHECK_CONNECTION, CHOOSE_ANOTHER, CHOOSE_OTHER_PROTOCOL, ASK_FOR_NEWER -> NOTHING;
            default -> this;
        };
    }

    /** What it becomes where there is nothing left to choose. */
    NextStep whereAllFail() {
        return switch (this) {
            case NOTHING, CHOOSE_ANOTHER, CHOOSE_OTHER_PROTOCOL -> ASK_FOR_NEWER;
            default -> this;
        };
    }

    /** For programs; a promise to them. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
