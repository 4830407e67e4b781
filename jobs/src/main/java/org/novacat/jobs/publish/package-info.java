/** Releases of the public bucket: making one, leading visitors to it, going back, clearing away. */
@NullMarked
package org.novacat.jobs.publish;

import org.jspecify.annotations.NullMarked;
