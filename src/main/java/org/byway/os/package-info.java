/**
 * What differs between Linux, macOS and Windows: folders, the display, and later the system proxy and starting at log-in.
 *
 * <p>The main type is {@link org.byway.os.Surroundings}: which system this is, its environment and the person's home.
 * Everything here takes it as an argument, so that each system can be tested on any other. Nothing else in Byway asks for
 * the name of the system, and no other room starts processes.
 */
@NullMarked
package org.byway.os;

import org.jspecify.annotations.NullMarked;
