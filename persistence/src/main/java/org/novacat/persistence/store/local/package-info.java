/** A bucket that is a folder of this machine. */
@NullMarked
package org.novacat.persistence.store.local;

import org.jspecify.annotations.NullMarked;
