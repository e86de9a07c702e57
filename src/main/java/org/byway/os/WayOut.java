package org.byway.os;

import java.util.Optional;

/**
 * Where packets for the rest of the world leave this computer, as the system's tables say.
 *
 * @param device   the name of the interface
 * @param gateway  the next router: its address
 * @param hardware of the router; absent where it was not spoken with lately, or has none
 * @param prefix   the local network, as the table writes it
 */
record WayOut(String device, String gateway, Optional<String> hardware, String prefix) {}
