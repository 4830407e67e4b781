/** What others may do with data. */
@NullMarked
package org.novacat.layouts.credit;

import org.jspecify.annotations.NullMarked;
