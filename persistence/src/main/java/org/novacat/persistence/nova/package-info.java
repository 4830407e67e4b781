/** Novae: their names, where they lie on the sky, and which of them are one. */
@NullMarked
package org.novacat.persistence.nova;

import org.jspecify.annotations.NullMarked;
