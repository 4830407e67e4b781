/**
 * Idempotency locks: a lease that says who works under a key, and a fencing token that decides who
 * may write. The lease only spares work; the token is what keeps data right.
 */
@NullMarked
package org.novacat.persistence.lock;

import org.jspecify.annotations.NullMarked;
