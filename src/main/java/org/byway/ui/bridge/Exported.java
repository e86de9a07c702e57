package org.byway.ui.bridge;

/** How many entries were written, and how many the format has no words for. */
public record Exported(int written, int leftOut) {}
