/**
 * Trying again, in one place: how long to wait, when to stop, and what a refused write means after
 * a reply that never came.
 */
@NullMarked
package org.novacat.persistence.retry;

import org.jspecify.annotations.NullMarked;
