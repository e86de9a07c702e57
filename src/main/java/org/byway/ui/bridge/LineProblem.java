package org.byway.ui.bridge;

import org.byway.importer.Rejection;

/**
 * A line that could not be read, and why.
 *
 * @param number  of the line, from 1
 * @param excerpt of the line for people to find it by, never a secret; may be empty
 */
public record LineProblem(int number, String excerpt, Rejection why) {}
