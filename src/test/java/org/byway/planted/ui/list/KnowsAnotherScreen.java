package org.byway.planted.ui.list;

import org.byway.planted.ui.editor.Form;

/** A screen that knows another. */
public record KnowsAnotherScreen(Form form) {}
