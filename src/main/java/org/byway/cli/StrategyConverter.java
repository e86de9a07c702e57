package org.byway.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.byway.engine.pool.Strategy;
import org.byway.words.Words;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Takes the word of a strategy, or {@code pinned:} and a name, which only the list can tell; says which words there are. */
final class StrategyConverter implements ITypeConverter<String> {
    @Override
    public String convert(String text) {
        boolean isPinned = text.startsWith(Strategy.PINNED) && text.length() > Strategy.PINNED.length();
        if (isPinned || Strategy.NAMED.stream().anyMatch(it -> it.text().equals(text))) {
            return text;
        }
        String known = Strategy.NAMED.stream().map(Strategy::text).collect(Collectors.joining(", "));
        throw new TypeConversionException(Words.forPerson(Optional.empty()).text("failure.no-such-strategy", known));
    }
}
