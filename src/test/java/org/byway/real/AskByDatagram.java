package org.byway.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.byway.model.HostPort;
import org.byway.testing.SocksDatagrams;

/** A program that says something by SOCKS5's UDP and prints what it is told. Arguments: forwarder, destination, words. */
final class AskByDatagram {
    private static final int TRIES = 3;

    private AskByDatagram() {}

    public static void main(String[] args) throws IOException {
        try (SocksDatagrams datagrams = SocksDatagrams.through(HostPort.parse(args[0]))) {
            for (int i = 0; i < TRIES; i++) {
                datagrams.send(HostPort.parse(args[1]), args[2].getBytes(StandardCharsets.UTF_8));
            }
            System.out.println(new String(datagrams.receive(), StandardCharsets.UTF_8));
        }
    }
}
