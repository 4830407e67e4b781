/** Spectra products: registering them, finding them, and letting them out of quarantine. */
@NullMarked
package org.novacat.persistence.product;

import org.jspecify.annotations.NullMarked;
