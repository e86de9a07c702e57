package org.byway.cli;

import java.net.InetAddress;
import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT} of the loopback; says in words what is wrong with it. */
final class ListenAddressConverter implements ITypeConverter<HostPort> {
    private static final String LOOPBACK = "127.0.0.1";

    @Override
    public HostPort convert(String text) {
        Words words = Words.forPerson(Optional.empty());
        try {
            HostPort given = HostPort.parse(text);
            HostPort address = given.host().equals("localhost") ? new HostPort(LOOPBACK, given.port()) : given;
            if (address.isAddress() && InetAddress.ofLiteral(address.host()).isLoopbackAddress()) {
                return address;
            }
            throw new TypeConversionException(words.text("failure.not-loopback"));
        } catch (InvalidValueException wrong) {
            throw new TypeConversionException(words.problem(wrong.problem()));
        }
    }
}
