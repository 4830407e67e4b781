/** Job runs and their attempts, the work that waits, and the items of all three. */
@NullMarked
package org.novacat.persistence.run;

import org.jspecify.annotations.NullMarked;
