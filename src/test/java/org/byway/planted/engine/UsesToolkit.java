package org.byway.planted.engine;

import javafx.beans.property.StringProperty;

/** The toolkit where the engine is. */
public record UsesToolkit(StringProperty text) {}
