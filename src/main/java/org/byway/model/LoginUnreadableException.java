package org.byway.model;

/** Thrown where programs have to show a login that this version cannot read: nobody may listen as if there were none. */
public final class LoginUnreadableException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LoginUnreadableException() {
        super("the stored login is of another version");
    }
}
