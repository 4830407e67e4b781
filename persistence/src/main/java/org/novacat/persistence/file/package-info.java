/** Objects that items point at, as items. */
@NullMarked
package org.novacat.persistence.file;

import org.jspecify.annotations.NullMarked;
