package org.byway.protocol;

import java.util.List;
import java.util.Optional;
import org.byway.net.Blame;
import org.byway.net.Fault;
import org.byway.net.Stage;
import org.byway.testing.LoopbackServer.Temper;

/** The server's side of a protocol that answers each request, and the ways in which it may say no or nothing. */
public interface HandshakeScript extends ProxyScript {
    /** Where a server may stop, in the order of the opening: what it does before, and the stage that must be named. */
    List<Stop> stops();

    /** Ways of refusing the login that a client gives. */
    List<Temper> wrongLogins();

    /** Wants a login of a client that gives none. */
    Temper wantsLogin();

    /** Ways of refusing the destination. */
    List<Refusal> refusals();

    /** Bytes in the place of the first answer that are not the protocol. */
    List<String> garbage();

    /** An answer that goes on for ever, in pieces; empty where the protocol has none such. */
    Optional<String> endless();

    /** A place where a server may stop. */
    record Stop(String name, Stage stage, Temper before) {}

    /** An answer that is no yes, and what it must be taken for. */
    record Refusal(String name, Temper answer, Stage stage, Blame blame, Fault fault) {}
}
