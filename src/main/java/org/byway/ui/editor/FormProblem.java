package org.byway.ui.editor;

/** What can be wrong with a field before its record is asked. */
enum FormProblem {
    MISSING, NOT_A_NUMBER
}
