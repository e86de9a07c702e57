/**
 * How a command speaks to the running Byway of its profile: both ends of an owner-only socket in the file system.
 *
 * <p>A room of its own because both the commands and the window's program stand at its ends: {@link
 * org.byway.control.ControlServer} with {@link org.byway.control.RunningProfile} behind it is opened by whoever runs an
 * engine, {@link org.byway.control.ControlClient} is used by the commands. A connection carries one request, a line of JSON
 * with a body where it has one, and one answer, a line of JSON.
 *
 * <p>No network is touched here: the sockets are Unix domain sockets, which have no port that another user or a web page
 * could reach. Everything blocks and runs on virtual threads.
 */
@NullMarked
package org.byway.control;

import org.jspecify.annotations.NullMarked;
