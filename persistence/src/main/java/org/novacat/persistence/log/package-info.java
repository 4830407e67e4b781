/** Who is writing, and one structured line for each call on the table. */
@NullMarked
package org.novacat.persistence.log;

import org.jspecify.annotations.NullMarked;
