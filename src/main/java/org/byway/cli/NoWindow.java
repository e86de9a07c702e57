package org.byway.cli;

/** Why there can be no window. */
public enum NoWindow {
    NO_DISPLAY, NO_FONTS
}
