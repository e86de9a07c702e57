package org.byway.net;

import io.netty.channel.Channel;
import org.byway.model.Destination;

/** One request of a local program; the client's reading is off until it is answered. */
public record Flow(Destination to, Channel client, FlowReply reply) {}
