/**
 * The commands, one class each, listed in {@link org.byway.cli.BywayCommand}.
 *
 * <p>Standard output carries results and events, for people or as JSON; standard error carries the log and what went
 * wrong. Exit codes: 0 good, 1 failed, 2 wrong usage. A command decides nothing about traffic: it asks the engine.
 */
@NullMarked
package org.byway.cli;

import org.jspecify.annotations.NullMarked;
