package org.byway.words;

import static org.byway.words.Phrases.isolated;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.byway.engine.EngineEvent;
import org.byway.engine.EngineEvent.BackOnline;
import org.byway.engine.EngineEvent.Down;
import org.byway.engine.EngineEvent.Listening;
import org.byway.engine.EngineEvent.Moved;
import org.byway.engine.EngineEvent.Recovered;
import org.byway.engine.EngineEvent.Searching;
import org.byway.engine.EngineEvent.Selected;
import org.byway.engine.EngineEvent.Stopped;
import org.byway.engine.EngineEvent.TrafficCounted;
import org.byway.engine.EngineSnapshot;
import org.byway.engine.EngineSnapshot.State;
import org.byway.engine.health.HealthState;
import org.byway.engine.reason.Reason;
import org.byway.fetch.ProbeVerdict;
import org.byway.model.ListEntry;
import org.byway.model.Problem;
import org.byway.store.LoadProblem;

/** Turns values into sentences of one language; immutable, so any thread may ask. */
public final class Words {
    private final Language language;
    private final Phrases phrases;
    private final Reasons reasons;
    private final Failures failures;
    private final Amounts amounts;

    public Words(Language language, Locale system, ZoneId zone) {
        Locale locale = language.locale(system);
        this.language = language;
        this.phrases = new Phrases(language, locale);
        this.amounts = new Amounts(phrases, locale, zone);
        this.reasons = new Reasons(phrases, amounts);
        this.failures = new Failures(phrases);
    }

    /** In the language that the person chose, otherwise in the system's, otherwise in English. */
    public static Words forPerson(Optional<String> chosenTag) {
        Locale system = Locale.getDefault();
        Language language = chosenTag.flatMap(Language::of).or(() -> Language.of(system.toLanguageTag()))
                .orElse(Language.ENGLISH);
        return new Words(language, system, ZoneId.systemDefault());
    }

    public Language language() {
        return language;
    }

    /** A label by its key. */
    public String text(String key, Object... parts) {
        return phrases.text(key, parts);
    }

    /** A label that a newer part of the program may lack: then this is said instead. */
    public String label(String key, String otherwise) {
        return phrases.knows(key) ? phrases.text(key) : otherwise;
    }

    /** A label about a number of things, in the right form. */
    public String count(String key, long n) {
        return phrases.count(key, n);
    }

    /** A label that names something of the person's: an endpoint, an address, a file. */
    public String naming(String key, Object name) {
        return phrases.text(key, isolated(name));
    }

    /** What is said of something that has a name of the person's. */
    public String about(String name, String said) {
        return isolated(name).inside(said) + ": " + said;
    }

    /** Something of the person's beside a label: an excerpt of a line. */
    public String beside(String label, String name) {
        return name.isEmpty() ? label : label + "   " + isolated(name).inside(label);
    }

    public String state(State state) {
        return phrases.of("state", state);
    }

    public String health(HealthState health) {
        return phrases.of("health", health);
    }

    /** What is wrong with a value; an importer's reasons begin with these and share their texts. */
    public String problem(Problem problem) {
        return phrases.of("rejection", problem);
    }

    /** Any other enum's constant, under a prefix of its own, with the names that it speaks of. */
    public String constant(String prefix, Enum<?> constant, Object... names) {
        return phrases.text(Phrases.key(prefix, constant), Arrays.stream(names).map(Phrases::isolated).toArray());
    }

    /** The one sentence that says how things stand. */
    public String sentence(EngineSnapshot snapshot) {
        return switch (snapshot.state()) {
            case OFF -> phrases.text("home.off");
            case CONNECTING -> snapshot.trouble().map(this::why)
                    .orElseGet(() -> withSelected("home.connecting", snapshot));
            case ON -> withSelected("home.on", snapshot);
            case TROUBLE -> snapshot.trouble().map(this::whyAndAdvice).orElseGet(() -> phrases.text("home.trouble"));
        };
    }

    /** Why the engine decided so. */
    public String why(Reason reason) {
        return reasons.why(reason);
    }

    /** What a person can try next, where there is something to do. */
    public Optional<String> advice(Reason reason) {
        return reason.next().map(step -> reasons.step(reason, step));
    }

    /** What went wrong and what to try next. */
    public String whyAndAdvice(Reason reason) {
        return why(reason) + advice(reason).map(advice -> " " + advice).orElse("");
    }

    /** What went wrong with one that was left, and what is still to be done by a person. */
    public String whyMoved(Reason reason) {
        return why(reason) + reason.nextOnceMoved().map(step -> " " + reasons.step(reason, step)).orElse("");
    }

    /** What went wrong with something that was asked for, and what to try next. */
    public String failure(Throwable failure) {
        return failures.sentence(failure);
    }

    /** What could not be read in the profile, and under which name it is kept. */
    public String sentence(LoadProblem problem) {
        return constant("set-aside", problem.kind(), problem.file(), problem.setAsideAs());
    }

    public String sentence(EngineEvent event) {
        return switch (event) {
            case Listening it -> naming("event.listening", it.socks());
            case Selected it -> naming("event.selected", it.endpoint().name()) + " " + why(it.reason());
            case Moved it -> moved(it);
            case Down it -> phrases.text("event.down") + " " + whyAndAdvice(it.reason());
            case Searching it -> phrases.text("event.searching");
            case BackOnline it -> phrases.text("event.back-online");
            case Recovered it -> naming("event.recovered", it.endpoint().name());
            case Stopped it -> phrases.text("event.stopped");
            case TrafficCounted it -> phrases.text("event.traffic", bytes(it.up()), bytes(it.down()),
                    count("connections", it.connections()));
        };
    }

    /** What a probe has found about an entry, and at which stage it failed. */
    public String sentence(ListEntry entry, ProbeVerdict verdict) {
        return new Verdicts(this, reasons).sentence(entry, verdict);
    }

    public String number(long n) {
        return amounts.number(n);
    }

    /** A share, such as {@code 150 %}. */
    public String percent(int percent) {
        return amounts.percent(percent);
    }

    /** The name of a country by its two letters (ISO 3166-1). */
    public String region(String letters) {
        return amounts.region(letters);
    }

    public String bytes(long count) {
        return amounts.bytes(count);
    }

    public String rate(long bytesPerSecond) {
        return amounts.rate(bytesPerSecond);
    }

    public String duration(Duration took) {
        return amounts.duration(took);
    }

    /** The time of day, or the date where that is not today's. */
    public String briefly(Instant at, Instant now) {
        return amounts.briefly(at, now);
    }

    /** The time of day with its seconds, or with the date where that is not today's. */
    public String moment(Instant at, Instant now) {
        return amounts.moment(at, now);
    }

    private String moved(Moved it) {
        String why = whyMoved(it.reason());
        return it.reason().concerns(it.from())
                ? phrases.text("event.moved-because", isolated(it.to().name()), why)
                : phrases.text("event.moved", isolated(it.from().name()), isolated(it.to().name())) + " " + why;
    }

    private String withSelected(String key, EngineSnapshot snapshot) {
        return snapshot.selected().map(selected -> naming(key, selected.endpoint().name()))
                .orElseGet(() -> phrases.text("home.starting"));
    }
}
