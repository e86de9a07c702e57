/**
 * The block of April 2018 in virtual time: a long list of servers, a censor that blocks whole networks and then one protocol
 * after another, and a person who goes on reading, by Byway's engine and by the ways in which other programs choose.
 *
 * <p>{@link org.byway.simulation.Simulation} is the program. A {@link org.byway.simulation.World} is all servers,
 * a {@link org.byway.simulation.Censor} what becomes of dials to them at which minute, a {@link org.byway.simulation.Wire}
 * their other end for one {@link org.byway.simulation.Run}, of which a {@link org.byway.simulation.Contender} is the forwarder.
 * Nothing is sent anywhere; all chance comes from the seed.
 */
@NullMarked
package org.byway.simulation;

import org.jspecify.annotations.NullMarked;
