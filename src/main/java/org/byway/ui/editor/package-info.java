/**
 * The form of one entry: its name, its tags and every connection field, each with its own error where it is wrong.
 *
 * <p>{@link org.byway.ui.editor.RecordForm} makes the fields of whatever record an endpoint is from the record's components,
 * and the record from the fields: the only place of the window that reflects. {@link org.byway.ui.editor.EditorViewModel}
 * keeps what was typed, {@link org.byway.ui.editor.EditorView} draws it; labels come from the bundle by component name.
 */
@NullMarked
package org.byway.ui.editor;

import org.jspecify.annotations.NullMarked;
