/** Where artifacts of models lie, and how objects move from an old layout to a new one. */
@NullMarked
package org.novacat.persistence.migration;

import org.jspecify.annotations.NullMarked;
