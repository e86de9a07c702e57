package org.byway.ui.bridge;

import org.byway.model.Problem;

/**
 * A line that could not be read, and why.
 *
 * @param number  of the line, from 1
 * @param excerpt of the line for people to find it by; secrets are masked by whoever made it
 */
public record LineProblem(int number, String excerpt, Problem problem) {}
