/** Job runs and their attempts, and the work that waits. */
@NullMarked
package org.novacat.persistence.run;

import org.jspecify.annotations.NullMarked;
