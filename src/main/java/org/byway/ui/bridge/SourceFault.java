package org.byway.ui.bridge;

/** Why a whole source gave nothing; the sentence for it is in the resource bundles. */
public enum SourceFault {
    /** there is no such file */
    NOT_FOUND,
    /** the file may not be read, or is no text */
    UNREADABLE,
    /** larger than a list can sensibly be */
    TOO_LARGE,
    /** the address of the list did not answer */
    NO_ANSWER,
    /** read, but the list could not be saved */
    NOT_SAVED
}
