/**
 * Committing in bulk: what belongs to one product is one unit, units are packed into transactions,
 * many transactions are in flight, and what happened to each product is told exactly once.
 */
@NullMarked
package org.novacat.persistence.commit;

import org.jspecify.annotations.NullMarked;
