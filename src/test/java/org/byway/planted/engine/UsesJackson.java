package org.byway.planted.engine;

import tools.jackson.databind.JsonNode;

/** A stored shape where the engine is. */
public record UsesJackson(JsonNode node) {}
