/**
 * Planted violations: each class here breaks one rule of {@code ArchitectureTest}, which shows by it that the rule bites.
 * The packages below stand for the rooms of the same name.
 */
@NullMarked
package org.byway.planted;

import org.jspecify.annotations.NullMarked;
