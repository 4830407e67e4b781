/** Tables that are made step by step from tabular uploads, run by run. */
@NullMarked
package org.novacat.persistence.medallion;

import org.jspecify.annotations.NullMarked;
