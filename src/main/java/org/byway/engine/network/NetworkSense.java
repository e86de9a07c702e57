package org.byway.engine.network;

import java.util.concurrent.CompletionStage;
import org.byway.model.network.NetworkSight;

/** Looks at which network this computer is on; returns at once, and completes soon on any thread. */
@FunctionalInterface
public interface NetworkSense {
    CompletionStage<NetworkSight> look();
}
