/** All that others need of one nova, as one archive. */
@NullMarked
package org.novacat.persistence.bundle;

import org.jspecify.annotations.NullMarked;
