/** The one way to the table and to the object store. */
@NullMarked
package org.novacat.persistence;

import org.jspecify.annotations.NullMarked;
