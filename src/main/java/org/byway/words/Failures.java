package org.byway.words;

import static org.byway.words.Phrases.isolated;

import java.net.BindException;
import java.util.concurrent.CompletionException;
import org.byway.engine.pool.UnclearChoiceException;
import org.byway.fetch.FetchException;
import org.byway.model.InvalidValueException;
import org.byway.model.LoginUnreadableException;
import org.byway.store.StoreException;
import org.byway.subscription.SourceException;

/** What went wrong with something that a person asked for, and what to try next. */
final class Failures {
    private final Phrases phrases;

    Failures(Phrases phrases) {
        this.phrases = phrases;
    }

    /** A fault of Byway itself has no words of its own: it is said to be one. */
    String sentence(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> sentence(wrapped.getCause());
            case StoreException it -> phrases.text(Phrases.key("store", it.kind()), isolated(it.where()));
            case SourceException it when it.getCause() instanceof FetchException fetch -> sentence(fetch);
            case SourceException it -> phrases.text(Phrases.key("source", it.kind()), isolated(it.source()));
            case FetchException it -> phrases.text(Phrases.key("fetch", it.kind()), it.status());
            case InvalidValueException it -> phrases.of("rejection", it.problem());
            case UnclearChoiceException it -> sentence(it);
            case LoginUnreadableException it -> phrases.text("failure.login-unreadable");
            case BindException it -> phrases.text("failure.address-taken");
            default -> phrases.text("failure.fault");
        };
    }

    private String sentence(UnclearChoiceException unclear) {
        String key = unclear.candidates().isEmpty()
                ? "choice.unknown"
                : unclear.isAmbiguous() ? "choice.ambiguous" : "choice.near";
        return phrases.text(key, isolated(unclear.asked()), isolated(String.join(", ", unclear.candidates())));
    }
}
