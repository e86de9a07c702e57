package org.byway.model;

/** Where a local program wants to go: a name or an address, unresolved, and a port. */
public record Destination(HostPort address) {
    /** @throws InvalidValueException where host or port cannot be one */
    public static Destination of(String host, int port) {
        return new Destination(new HostPort(host, port));
    }

    public String host() {
        return address.host();
    }

    public int port() {
        return address.port();
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
