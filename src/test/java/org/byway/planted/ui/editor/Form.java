package org.byway.planted.ui.editor;

/** Breaks nothing; another screen reaches for it. */
public record Form() {}
