/** The states of a data product and the one table of the ways between them. */
@NullMarked
package org.novacat.persistence.state;

import org.jspecify.annotations.NullMarked;
