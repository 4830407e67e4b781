/** Spectra products and their items: finding them, and letting them out of quarantine. */
@NullMarked
package org.novacat.persistence.product;

import org.jspecify.annotations.NullMarked;
