package org.byway.engine.opening;

/** Whether what a program said first may be said twice without harm (FAILOVER, First-flight replay). */
enum Repeatable {
    /** what came so far may grow into something that is */
    NOT_YET,
    /** one whole opening and nothing after it */
    YES,
    /** anything else */
    NO
}
