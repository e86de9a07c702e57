package org.byway.engine.choice;

/** Classes of endpoints, best first: of a worse one nobody is tried before all of the better ones. */
public enum Rank {
    /** chosen by the person, with leave to go elsewhere */
    PREFERRED,
    /** known for some time to be much better than the one in use */
    CLEARLY_BETTER,
    /** the one in use */
    CURRENT,
    /** to be measured before anything is compared */
    UNMEASURED,
    /** works */
    ALIVE,
    /** works again, for how long is to be seen */
    RECOVERING,
    /** was not tried */
    UNKNOWN,
    /** was not tried, and a neighbour has failed */
    DOUBTFUL,
    /** was not tried, and shares a network or a protocol with several that failed */
    POOR,
    /** failed, or did not look right */
    SUSPECT,
    /** failed again and again a short time ago */
    RESTING
}
