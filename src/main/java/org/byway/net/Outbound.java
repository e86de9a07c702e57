package org.byway.net;

/** What an inbound feeds: who opens the streams that local programs ask for, and who opens ways for their datagrams. */
public record Outbound(FlowHandler flows, PacketDialer packets) {}
