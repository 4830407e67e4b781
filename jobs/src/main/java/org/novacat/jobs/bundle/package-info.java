/**
 * {@code novacat bundle}: one zip file with everything of a nova that everybody may see, made
 * object by object from store to store, and recorded under the nova's lock. Whether one is due is
 * known from items alone.
 */
@NullMarked
package org.novacat.jobs.bundle;

import org.jspecify.annotations.NullMarked;
