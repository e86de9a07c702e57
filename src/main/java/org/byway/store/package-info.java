/**
 * The files of a profile: the endpoint list and the settings, encrypted, written aside and kept in five generations.
 *
 * <p>The main type is {@link org.byway.store.Profile}; it gives the {@link org.byway.store.EndpointStore} and the
 * {@link org.byway.store.SettingsStore}. Whoever changes something hands over a function from the old value to the new:
 * the store takes the profile's lock, reads, changes, saves and tells its followers. What cannot be read is set aside
 * under a new name and reported as a {@link org.byway.store.LoadProblem}; nothing is ever overwritten unread.
 *
 * <p>Everything here blocks and belongs on a virtual thread. The room knows the model only: no sockets, no formats of
 * other programs, no words for people.
 */
@NullMarked
package org.byway.store;

import org.jspecify.annotations.NullMarked;
