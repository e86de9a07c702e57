package org.byway.planted.protocol.two;

/** Breaks nothing; its sibling reaches for it. */
public record Other() {}
