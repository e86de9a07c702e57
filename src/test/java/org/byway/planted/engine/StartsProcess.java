package org.byway.planted.engine;

/** A process where the engine is. */
public record StartsProcess(ProcessBuilder process) {}
