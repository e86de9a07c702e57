package org.byway.netstack;

/**
 * How much of a stack is in use.
 *
 * @param flows   TCP connections that are open, opening or not quite ended
 * @param resting flows of TCP whose port is not used again yet
 * @param ports   of UDP that are open
 */
public record StackCounts(int flows, int resting, int ports) {}
