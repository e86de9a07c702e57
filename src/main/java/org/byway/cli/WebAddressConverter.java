package org.byway.cli;

import java.util.Optional;
import org.byway.fetch.FetchException;
import org.byway.fetch.WebAddress;
import org.byway.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an http(s) address; says in words that it is none. */
final class WebAddressConverter implements ITypeConverter<WebAddress> {
    @Override
    public WebAddress convert(String text) {
        try {
            return WebAddress.parse(text);
        } catch (FetchException none) {
            throw new TypeConversionException(Words.forPerson(Optional.empty()).failure(none));
        }
    }
}
