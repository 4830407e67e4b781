/** The states of products and uploads, and the tables of the ways between them. */
@NullMarked
package org.novacat.persistence.state;

import org.jspecify.annotations.NullMarked;
