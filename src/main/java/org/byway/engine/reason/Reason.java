package org.byway.engine.reason;

import java.util.Optional;
import java.util.OptionalLong;
import org.byway.model.HostPort;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;

/** Why the engine decided as it did, as a value; the sentence for it is made in {@code words}. */
public sealed interface Reason {
    /** What was found to be wrong, where something is that can be told. */
    default Optional<Verdict> diagnosed() {
        return Optional.empty();
    }

    /** What a person can do, where anything is wrong. */
    default Optional<NextStep> next() {
        return diagnosed().map(Verdict::next);
    }

    /** What is left to do once new connections go elsewhere by themselves; absent where that is nothing. */
    default Optional<NextStep> nextOnceMoved() {
        return next().map(NextStep::onceMoved).filter(it -> it != NextStep.NOTHING);
    }

    /** Whether it names this endpoint. */
    default boolean concerns(NamedEndpoint endpoint) {
        return switch (this) {
            case Failed it -> it.endpoint().id().equals(endpoint.id());
            case Stalled it -> it.endpoint().id().equals(endpoint.id());
            case Outrun it -> it.endpoint().id().equals(endpoint.id());
            default -> false;
        };
    }

    /** After how many bytes streams stopped, where they did. */
    default OptionalLong stoppedAfter() {
        return OptionalLong.empty();
    }

    /** Of those that may be used it is the best as far as is known, which may be nothing yet. */
    record FirstChoice() implements Reason {}

    /** The person said so. */
    record ChosenByPerson() implements Reason {}

    /** It opens connections faster than the others that were measured, or is to be measured. */
    record Fastest() implements Reason {}

    /** The only one that the person allows is not in the list. */
    record ChosenIsGone() implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.CHOOSE_ANOTHER);
        }
    }

    /** The one used before failed like this, which means that. */
    record Failed(NamedEndpoint endpoint, Stage stage, Fault fault, Verdict verdict) implements Reason {
        /** With what it means where nothing else is known. */
        public Failed(NamedEndpoint endpoint, Stage stage, Fault fault) {
            this(endpoint, stage, fault, Diagnosis.of(new Symptom(stage, fault)));
        }

        public static Failed of(NamedEndpoint endpoint, DialException why) {
            return new Failed(endpoint, why.stage(), why.fault());
        }

        public Failed as(Verdict better) {
            return new Failed(endpoint, stage, fault, better);
        }

        /** What it means where nothing else is known. */
        public Verdict plain() {
            return Diagnosis.of(new Symptom(stage, fault));
        }

        @Override
        public Optional<Verdict> diagnosed() {
            return Optional.of(verdict);
        }
    }

    /** The one used before took so long that another was first, more than once. */
    record Outrun(NamedEndpoint endpoint) implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.CHOOSE_ANOTHER);
        }
    }

    /** Streams of the one used before stood still, the furthest after so many bytes. */
    record Stalled(NamedEndpoint endpoint, Stall how, long bytes) implements Reason {
        @Override
        public Optional<Verdict> diagnosed() {
            return Optional.of(verdict());
        }

        public Verdict verdict() {
            return Diagnosis.of(Observation.of(how, Surroundings.NONE));
        }

        @Override
        public OptionalLong stoppedAfter() {
            return how == Stall.FREEZES ? OptionalLong.of(bytes) : OptionalLong.empty();
        }
    }

    /** The one used before is no longer in the list. */
    record RemovedFromList(NamedEndpoint endpoint) implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.CHOOSE_ANOTHER);
        }
    }

    /** There is nothing in the list that could be used. */
    record NothingInList() implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.ADD_ENDPOINTS);
        }
    }

    /** Everything that could be tried was tried, the last one failing like this. */
    record AllFailed(Failed last) implements Reason {
        @Override
        public Optional<Verdict> diagnosed() {
            return last.diagnosed();
        }

        @Override
        public Optional<NextStep> next() {
            return last.next().map(NextStep::whereAllFail);
        }
    }

    /** Nothing is known to work, and so many were tried so far. */
    record Searching(int tried) implements Reason {}

    /**
     * So many were tried, and none works; there will be another search.
     *
     * @param verdict what all have in common, unknown where that is nothing
     */
    record SearchedInVain(int tried, Verdict verdict) implements Reason {
        public SearchedInVain as(Verdict common) {
            return new SearchedInVain(tried, common);
        }

        @Override
        public Optional<Verdict> diagnosed() {
            return Optional.of(verdict);
        }

        @Override
        public Optional<NextStep> next() {
            return Optional.of(verdict.next().whereAllFail());
        }
    }

    /** This computer itself is cut off from its network. */
    record OwnNetworkDown() implements Reason {
        @Override
        public Optional<Verdict> diagnosed() {
            return Optional.of(Verdict.OWN_NETWORK_DOWN);
        }
    }

    /** It was seen to work in the network that this computer is on now, some time ago. */
    record WorkedHereBefore() implements Reason {}

    /** This computer is on another network now, where nothing is known yet. */
    record OtherNetwork() implements Reason {}

    /** Another program holds the local address. */
    record AddressTaken(HostPort address) implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.FREE_ADDRESS);
        }
    }

    /** The local address cannot be listened on for another reason. */
    record CannotListen(HostPort address) implements Reason {
        @Override
        public Optional<NextStep> next() {
            return Optional.of(NextStep.ALLOW_LISTENING);
        }
    }
}
