/**
 * What stops a job on the side of the table, one type for each thing the user can do about it. A
 * lost race over one item is no exception but a result; these are for what cannot go on.
 */
@NullMarked
package org.novacat.persistence.failure;

import org.jspecify.annotations.NullMarked;
