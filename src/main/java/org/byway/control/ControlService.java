package org.byway.control;

import tools.jackson.databind.node.ObjectNode;

/** Carries requests out; may wait for the disk. */
@FunctionalInterface
public interface ControlService {
    /**
     * The answer, with {@code ok} and, where that is false, a {@code sentence} for people.
     *
     * @param body of the length that the request says
     */
    ObjectNode answer(ControlRequest request, byte[] body);
}
