package org.byway.planted.words;

import io.netty.buffer.ByteBuf;

/** Sockets where sentences are. */
public record UsesNetty(ByteBuf bytes) {}
