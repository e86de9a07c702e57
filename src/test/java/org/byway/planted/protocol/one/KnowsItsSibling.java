package org.byway.planted.protocol.one;

import org.byway.planted.protocol.two.Other;

/** A protocol that knows another. */
public record KnowsItsSibling(Other other) {}
