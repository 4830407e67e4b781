/** What the items of a table say of objects and of each other, read as a whole. */
@NullMarked
package org.novacat.persistence.audit;

import org.jspecify.annotations.NullMarked;
