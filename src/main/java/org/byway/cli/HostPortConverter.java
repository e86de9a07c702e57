package org.byway.cli;

import java.util.Optional;
import org.byway.model.HostPort;
import org.byway.model.InvalidValueException;
import org.byway.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code HOST:PORT} of a command line; says in words what is wrong with it. */
final class HostPortConverter implements ITypeConverter<HostPort> {
    @Override
    public HostPort convert(String text) {
        try {
            return HostPort.parse(text);
        } catch (InvalidValueException wrong) {
            throw new TypeConversionException(Words.forPerson(Optional.empty()).problem(wrong.problem()));
        }
    }
}
