package org.byway.engine;

import org.byway.model.HostPort;
import org.byway.net.DialException;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.net.Stall;

/** Why the engine decided as it did, as a value; the sentence for it is made in {@code words}. */
public sealed interface Reason {
    /** The first of the list that may be used. */
    record FirstOfList() implements Reason {}

    /** The person said so. */
    record ChosenByPerson() implements Reason {}

    /** It opens connections faster than the others that were measured, or is to be measured. */
    record Fastest() implements Reason {}

    /** The only one that the person allows is not in the list. */
    record ChosenIsGone() implements Reason {}

    /** The one used before failed like this. */
    record Failed(NamedEndpoint endpoint, Stage stage, Fault fault) implements Reason {
        static Failed of(NamedEndpoint endpoint, DialException why) {
            return new Failed(endpoint, why.stage(), why.fault());
        }
    }

    /** The one used before took so long that another was first, more than once. */
    record Outrun(NamedEndpoint endpoint) implements Reason {}

    /** Streams of the one used before stood still, the furthest after so many bytes. */
    record Stalled(NamedEndpoint endpoint, Stall how, long bytes) implements Reason {}

    /** The one used before is no longer in the list. */
    record RemovedFromList(NamedEndpoint endpoint) implements Reason {}

    /** There is nothing in the list that could be used. */
    record NothingInList() implements Reason {}

    /** Everything that could be tried was tried, the last one failing like this. */
    record AllFailed(Failed last) implements Reason {}

    /** Nothing is known to work, and so many were tried so far. */
    record Searching(int tried) implements Reason {}

    /** So many were tried, and none works; there will be another search. */
    record SearchedInVain(int tried) implements Reason {}

    /** This computer itself is cut off from its network. */
    record OwnNetworkDown() implements Reason {}

    /** It was seen to work in the network that this computer is on now, some time ago. */
    record WorkedHereBefore() implements Reason {}

    /** This computer is on another network now, where nothing is known yet. */
    record OtherNetwork() implements Reason {}

    /** Another program holds the local address. */
    record AddressTaken(HostPort address) implements Reason {}

    /** The local address cannot be listened on for another reason. */
    record CannotListen(HostPort address) implements Reason {}
}
