package org.byway.model.endpoint;

import org.byway.model.InvalidValueException;
import org.byway.model.Problem;
import org.byway.model.Secret;

/** A user name and its password, as a proxy asks for them. */
public record Login(String user, Secret password) {
    /** @throws InvalidValueException where neither name nor password says anything */
    public Login {
        if (user.isEmpty() && password.isEmpty()) {
            throw new InvalidValueException(Problem.EMPTY_LOGIN);
        }
    }

    public static Login of(String user, String password) {
        return new Login(user, Secret.of(password));
    }
}
