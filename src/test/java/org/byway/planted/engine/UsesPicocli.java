package org.byway.planted.engine;

import picocli.CommandLine;

/** A command where the engine is. */
@CommandLine.Command(name = "planted")
public final class UsesPicocli {}
