/** What became of each piece of an input, and how sure it is what was made of it. */
@NullMarked
package org.novacat.layouts.account;

import org.jspecify.annotations.NullMarked;
